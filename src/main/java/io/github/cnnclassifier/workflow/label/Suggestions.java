
package io.github.cnnclassifier.workflow.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What to label next, one by one or whole groups at once. Immutable.
 *
 * @param proposals crops, the best first
 * @param groups the most useful first
 */
record Suggestions(int[] proposals, List<Group> groups) {

	/**
	 * Crops that can be confirmed together.
	 *
	 * @param label number of the class that they seem to have, or
	 *          {@link LabelBook#NONE}
	 * @param crops the most typical first
	 * @param worth how much is learned for each key that is pressed
	 */
	record Group(int label, int[] crops, double worth) {
	}

	static final Suggestions NONE = new Suggestions(new int[0], List.of());

	private static final int MOST_PROPOSALS = 100;
	/** So many of the most doubtful ones are looked at for their distance. */
	private static final int CANDIDATES = 300;
	/** Of fewer crops a quarter, but not fewer than these. */
	private static final int FEWEST_CANDIDATES = 16;
	/** What can be looked over at a glance. */
	private static final int LARGEST_GROUP = 24;
	private static final int LARGEST_CORE = 8;
	/**
	 * Share of a cluster's core that is of one class, before anything is known.
	 */
	private static final double PURITY = 0.7;
	/** What is learned of a crop that nobody doubts. */
	private static final double LEAST_GAIN = 0.1;
	/** How much more is learned of a crop far from all that have a label. */
	private static final double CORE_GAIN = 1;
	/**
	 * Of the surest one's probability; who is less sure is in no group with it.
	 */
	private static final double FLOOR = 0.6;
	/** Classes with few labels come first, by their number to this power. */
	private static final double NEED = 0.25;

	/**
	 * @param space features
	 * @param predicted of all crops; may be nothing
	 * @param open which crops may be suggested: those without label or problem
	 * @param labeled crops with a label and features
	 */
	static Suggestions of(final FeatureSpace space, final Predicted predicted,
		final IntPredicate open, final int[] labeled)
	{
		final int[] candidates = IntStream.range(0, space.rows().length).filter(
			i -> space.rows()[i] != null && open.test(i)).toArray();
		return new Suggestions(proposals(space, predicted, candidates, labeled),
			groups(space, predicted, candidates, labeled));
	}

	private static int[] proposals(final FeatureSpace space,
		final Predicted predicted, final int[] open, final int[] labeled)
	{
		final boolean known = predicted.classes().length > 0;
		final int[] candidates = known ? mostDoubtful(predicted, open) : typical(
			space, open);
		final double[] nearest = new double[candidates.length];
		Arrays.fill(nearest, Double.POSITIVE_INFINITY);
		for (final int at : CropImages.spread(labeled.length, CANDIDATES))
			approach(space, candidates, nearest, labeled[at]);
		final int count = Math.min(MOST_PROPOSALS, candidates.length);
		final int[] proposals = new int[count];
		final BitSet taken = new BitSet();
		for (int p = 0; p < count; p++) {
			int best = -1;
			double most = Double.NEGATIVE_INFINITY;
			for (int i = 0; i < candidates.length; i++) {
				if (taken.get(i)) continue;
				final double worth = (known ? predicted.doubt(candidates[i]) : 1) * Math
					.sqrt(Math.min(nearest[i], Float.MAX_VALUE));
				if (worth <= most) continue;
				most = worth;
				best = i;
			}
			taken.set(best);
			proposals[p] = candidates[best];
			approach(space, candidates, nearest, candidates[best]);
		}
		return proposals;
	}

	private static void approach(final FeatureSpace space, final int[] candidates,
		final double[] nearest, final int crop)
	{
		for (int i = 0; i < candidates.length; i++)
			nearest[i] = Math.min(nearest[i], FeatureSpace.squaredDistance(space
				.rows()[candidates[i]], space.rows()[crop]));
	}

	private static int[] mostDoubtful(final Predicted predicted,
		final int[] open)
	{
		final float[] doubts = new float[predicted.probabilities().length];
		for (final int crop : open)
			doubts[crop] = predicted.doubt(crop);
		return Arrays.stream(open).boxed().sorted(Comparator.comparingDouble(
			i -> -doubts[i])).limit(Math.min(CANDIDATES, Math.max(FEWEST_CANDIDATES,
				open.length / 4))).mapToInt(i -> i).toArray();
	}

	/** The cores of all clusters: one of each, then the second of each. */
	private static int[] typical(final FeatureSpace space, final int[] open) {
		final BitSet allowed = new BitSet();
		Arrays.stream(open).forEach(allowed::set);
		final List<int[]> members = Arrays.stream(space.clusters().members()).map(
			all -> Arrays.stream(all).filter(allowed::get).toArray()).toList();
		return IntStream.range(0, MOST_PROPOSALS).flatMap(r -> members.stream()
			.filter(all -> all.length > r).mapToInt(all -> all[r])).limit(
				MOST_PROPOSALS).toArray();
	}

	private static List<Group> groups(final FeatureSpace space,
		final Predicted predicted, final int[] open, final int[] labeled)
	{
		final List<Group> all = new ArrayList<>(cores(space, predicted, open,
			labeled));
		final int[] counts = counts(predicted, labeled);
		for (int k = 0; k < predicted.classes().length; k++)
			sure(predicted, k, open, counts[k]).ifPresent(all::add);
		all.sort(Comparator.comparingDouble(group -> -group.worth()));
		final BitSet taken = new BitSet();
		final List<Group> apart = new ArrayList<>();
		for (final Group group : all) {
			final int[] left = Arrays.stream(group.crops()).filter(i -> !taken.get(i))
				.toArray();
			Arrays.stream(left).forEach(taken::set);
			if (left.length > 0) apart.add(new Group(group.label(), left, group
				.worth()));
		}
		return apart;
	}

	/** About how many labels each class has: those that the head gives back. */
	private static int[] counts(final Predicted predicted, final int[] labeled) {
		final int[] counts = new int[predicted.classes().length];
		if (counts.length > 0) Arrays.stream(labeled).filter(predicted::has)
			.forEach(i -> counts[predicted.best(i)]++);
		return counts;
	}

	/** Cores of clusters of which not a single crop has a label. */
	private static List<Group> cores(final FeatureSpace space,
		final Predicted predicted, final int[] open, final int[] labeled)
	{
		final BitSet allowed = new BitSet();
		Arrays.stream(open).forEach(allowed::set);
		final Clusters clusters = space.clusters();
		final BitSet seen = new BitSet();
		Arrays.stream(labeled).forEach(i -> seen.set(clusters.of()[i]));
		final double[] novelty = novelty(space, labeled);
		final List<Group> groups = new ArrayList<>();
		for (int c = 0; c < novelty.length; c++) {
			final int[] core = Arrays.stream(clusters.members()[c]).filter(
				allowed::get).limit(LARGEST_CORE).toArray();
			if (seen.get(c) || core.length == 0) continue;
			final double worth = CORE_GAIN * novelty[c] * core.length / (1 + (1 -
				PURITY) * (core.length - 1));
			// of two alike the larger cluster tells more
			groups.add(new Group(predicted.classes().length == 0 ? LabelBook.NONE
				: predicted.label(core[0]), core, worth + 1e-6 * clusters
					.members()[c].length));
		}
		return groups;
	}

	/**
	 * @return of each cluster how far its center is from the nearest crop with a
	 *         label: 1 if as far as centers are from each other
	 */
	private static double[] novelty(final FeatureSpace space,
		final int[] labeled)
	{
		final float[][] centers = space.clusters().centers();
		final double[] novelty = new double[centers.length];
		Arrays.fill(novelty, 1);
		if (labeled.length == 0) return novelty;
		final double usual = usualDistance(centers);
		for (int c = 0; c < centers.length; c++) {
			double nearest = Double.POSITIVE_INFINITY;
			for (final int at : CropImages.spread(labeled.length, CANDIDATES))
				nearest = Math.min(nearest, FeatureSpace.squaredDistance(centers[c],
					space.rows()[labeled[at]]));
			novelty[c] = Math.min(1, Math.sqrt(nearest) / usual);
		}
		return novelty;
	}

	private static double usualDistance(final float[][] centers) {
		final double[] distances = IntStream.range(0, centers.length).boxed()
			.flatMapToDouble(a -> IntStream.range(0, a).mapToDouble(b -> Math.sqrt(
				FeatureSpace.squaredDistance(centers[a], centers[b])))).sorted()
			.toArray();
		return distances.length == 0 ? 1 : Math.max(1e-9,
			distances[distances.length / 2]);
	}

	/** Those that are surest of a class, unless there are none. */
	private static Optional<Group> sure(final Predicted predicted, final int k,
		final int[] open, final int labels)
	{
		final float[][] p = predicted.probabilities();
		final int[] sure = Arrays.stream(open).filter(i -> predicted.best(i) == k)
			.boxed().sorted(Comparator.comparingDouble(i -> -p[i][k])).mapToInt(
				i -> i).limit(LARGEST_GROUP).toArray();
		if (sure.length == 0) return Optional.empty();
		double gain = 0;
		double wrong = 0;
		int size = 0;
		for (final int crop : sure) {
			if (p[crop][k] < FLOOR * p[sure[0]][k]) break;
			gain += LEAST_GAIN + 1 - p[crop][k];
			wrong += 1 - p[crop][k];
			size++;
		}
		return Optional.of(new Group(predicted.classes()[k], Arrays.copyOf(sure,
			size), gain / (1 + wrong) * Math.pow(Math.max(1, labels), -NEED)));
	}
}
