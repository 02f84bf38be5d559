
package io.github.cnnclassifier.workflow.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
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
	/** What can be looked over at a glance. */
	private static final int LARGEST_GROUP = 24;
	private static final int LARGEST_UNKNOWN_GROUP = 6;
	/** Share of a cluster's core that is of one class, before anything is known. */
	private static final double PURITY = 0.6;
	/** What is learned of a crop that nobody doubts. */
	private static final double LEAST_GAIN = 0.1;
	/** What is learned of a crop of a cluster that nobody has looked at. */
	private static final double UNKNOWN_GAIN = 0.8;

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

	private static void approach(final FeatureSpace space,
		final int[] candidates, final double[] nearest, final int crop)
	{
		for (int i = 0; i < candidates.length; i++)
			nearest[i] = Math.min(nearest[i], FeatureSpace.squaredDistance(space
				.rows()[candidates[i]], space.rows()[crop]));
	}

	private static int[] mostDoubtful(final Predicted predicted,
		final int[] open)
	{
		return Arrays.stream(open).boxed().sorted(Comparator.comparingDouble(
			i -> -predicted.doubt(i))).limit(CANDIDATES).mapToInt(i -> i).toArray();
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
		final List<Group> all = new ArrayList<>(unknown(space, predicted, open,
			labeled));
		for (int k = 0; k < predicted.classes().length; k++)
			sure(predicted, k, open, all);
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

	/** Cores of clusters of which not a single crop has a label. */
	private static List<Group> unknown(final FeatureSpace space,
		final Predicted predicted, final int[] open, final int[] labeled)
	{
		final BitSet allowed = new BitSet();
		Arrays.stream(open).forEach(allowed::set);
		final BitSet seen = new BitSet();
		Arrays.stream(labeled).forEach(i -> seen.set(space.clusters().of()[i]));
		final List<Group> groups = new ArrayList<>();
		final int[][] members = space.clusters().members();
		for (int c = 0; c < members.length; c++) {
			final int[] core = Arrays.stream(members[c]).filter(allowed::get).limit(
				LARGEST_UNKNOWN_GROUP).toArray();
			if (seen.get(c) || core.length == 0) continue;
			final double worth = UNKNOWN_GAIN * core.length / (1 + (1 - PURITY) *
				(core.length - 1));
			// the larger the cluster, the more it tells
			groups.add(new Group(predicted.classes().length == 0 ? LabelBook.NONE
				: predicted.label(core[0]), core, worth + 1e-6 * members[c].length));
		}
		return groups;
	}

	/** Those that are surest of a class. */
	private static void sure(final Predicted predicted, final int k,
		final int[] open, final List<Group> groups)
	{
		final int[] sure = Arrays.stream(open).filter(i -> predicted.best(i) == k)
			.boxed().sorted(Comparator.comparingDouble(i -> -predicted
				.probabilities()[i][k])).mapToInt(i -> i).limit(LARGEST_GROUP)
			.toArray();
		if (sure.length == 0) return;
		double gain = 0;
		double wrong = 0;
		for (final int crop : sure) {
			final double doubt = 1 - predicted.probabilities()[crop][k];
			gain += LEAST_GAIN + doubt;
			wrong += doubt;
		}
		groups.add(new Group(predicted.classes()[k], sure, gain / (1 + wrong)));
	}
}
