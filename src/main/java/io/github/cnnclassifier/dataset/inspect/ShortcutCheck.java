
package io.github.cnnclassifier.dataset.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Whether the class follows from something else than the object: how far a
 * {@link CueModel} gets with each {@link Cue} alone, on images that it was not
 * made from. What is known of a group is not used for the rest of the group,
 * and how much is chance is told by the same with classes that were shuffled.
 * The same images give the same scores.
 *
 * @param scores of the cues that the images have, the best first; empty if
 *          there are too few images; copied
 * @param classes that were looked at: those with at least five images; copied
 * @param images how many were looked at, a part of a large data set
 */
public record ShortcutCheck(List<CueScore> scores, List<String> classes,
		int images)
{

	/** Nobody has looked, or there is too little to look at. */
	public static final ShortcutCheck NONE = new ShortcutCheck(List.of(), List
		.of(), 0);

	private static final int FOLDS = 5;
	private static final int LEAST_OF_A_CLASS = 5;
	private static final int LEAST_IMAGES = 20;
	/** More would take longer, and say the same. */
	private static final int MOST_IMAGES = 4000;

	private static final int PERMUTATIONS = 199;
	/** So often as good by chance is enough to know that it is chance. */
	private static final int ENOUGH = 10;

	/**
	 * A class that has a few groups for itself is told by what these have in
	 * common; with more groups that is what groups are for.
	 */
	private static final int FEW_GROUPS = 3;

	/** Copies the lists. */
	public ShortcutCheck {
		scores = List.copyOf(scores);
		classes = List.copyOf(classes);
	}

	/**
	 * @param samples readable images with their classes
	 * @param grouping which of them belong together
	 * @return how far each cue gets
	 */
	public static ShortcutCheck of(final List<SurveyedSample> samples,
		final Grouping grouping)
	{
		final Map<String, List<SurveyedSample>> byClass = new LinkedHashMap<>();
		samples.forEach(sample -> byClass.computeIfAbsent(sample.sample().label(),
			unused -> new ArrayList<>()).add(sample));
		byClass.values().removeIf(members -> members.size() < LEAST_OF_A_CLASS);
		final List<SurveyedSample> chosen = new ArrayList<>();
		final int most = Math.max(LEAST_OF_A_CLASS, MOST_IMAGES / Math.max(1,
			byClass.size()));
		byClass.values().forEach(members -> chosen.addAll(evenly(members, most)));
		if (byClass.size() < 2 || chosen.size() < LEAST_IMAGES) return NONE;
		final List<String> classes = List.copyOf(byClass.keySet());
		final Images images = new Images(chosen, classes, grouping);
		final List<CueScore> scores = Arrays.stream(Cue.values()).parallel().map(
			images::score).filter(Objects::nonNull).sorted(Comparator.comparingDouble(
				CueScore::balancedAccuracy).reversed().thenComparing(CueScore::cue))
			.toList();
		return new ShortcutCheck(scores, classes, chosen.size());
	}

	private static List<SurveyedSample> evenly(final List<SurveyedSample> members,
		final int most)
	{
		if (members.size() <= most) return members;
		final List<SurveyedSample> some = new ArrayList<>();
		for (int i = 0; i < most; i++)
			some.add(members.get((int) ((i + 0.5) * members.size() / most)));
		return some;
	}

	/** Images, their classes, and what belongs together. */
	private static final class Images {

		private final List<SurveyedSample> samples;
		private final Grouping grouping;
		private final int classes;
		private final int[] labels;
		private final int[] units;
		private final int unitCount;

		private Images(final List<SurveyedSample> samples,
			final List<String> classes, final Grouping grouping)
		{
			this.samples = samples;
			this.grouping = grouping;
			this.classes = classes.size();
			labels = samples.stream().mapToInt(sample -> classes.indexOf(sample
				.sample().label())).toArray();
			final Map<Object, Integer> numbers = new HashMap<>();
			units = samples.stream().mapToInt(sample -> {
				final String group = grouping.groupOf(sample.sample());
				final Object unit = group == null ? new Object() : group;
				final int next = numbers.size();
				return numbers.computeIfAbsent(unit, unused -> next);
			}).toArray();
			unitCount = numbers.size();
		}

		/** @return null if the images do not have the cue */
		private CueScore score(final Cue cue) {
			if (cue == Cue.GROUP && isGroupForTheClass()) return null;
			final CueValues values = CueValues.of(cue, samples, grouping);
			if (values == null) return null;
			// of a group that was never seen nothing is known
			final int[] together = cue.isCategory() ? each() : units;
			final int count = cue.isCategory() ? labels.length : unitCount;
			final CueModel model = new CueModel(values, classes, folds(together,
				count), FOLDS);
			final double reached = model.balancedAccuracy(labels);
			return new CueScore(cue, reached, 1.0 / classes, pValue(model, reached,
				cue.isCategory() || !areUnitsPure() ? each() : units));
		}

		private int[] each() {
			final int[] each = new int[labels.length];
			for (int i = 0; i < each.length; i++)
				each[i] = i;
			return each;
		}

		/** @return whether groups are of one class each, and not few */
		private boolean isGroupForTheClass() {
			if (!areUnitsPure()) return false;
			final List<Set<Integer>> groups = new ArrayList<>();
			for (int c = 0; c < classes; c++)
				groups.add(new HashSet<>());
			for (int i = 0; i < labels.length; i++)
				groups.get(labels[i]).add(units[i]);
			return groups.stream().allMatch(of -> of.size() >= FEW_GROUPS);
		}

		private boolean areUnitsPure() {
			final int[] first = new int[unitCount];
			Arrays.fill(first, -1);
			for (int i = 0; i < labels.length; i++) {
				if (first[units[i]] < 0) first[units[i]] = labels[i];
				else if (first[units[i]] != labels[i]) return false;
			}
			return true;
		}

		/** Units are dealt in random order, class by class. */
		private int[] folds(final int[] together, final int count) {
			final int[] first = new int[count];
			Arrays.fill(first, -1);
			for (int i = 0; i < labels.length; i++)
				if (first[together[i]] < 0) first[together[i]] = labels[i];
			final int[] order = shuffled(count, new SeedTree(1).child("folds")
				.random());
			final int[] foldOf = new int[count];
			int next = 0;
			for (int c = 0; c < classes; c++)
				for (final int unit : order)
					if (first[unit] == c) foldOf[unit] = next++ % FOLDS;
			return Arrays.stream(together).map(unit -> foldOf[unit]).toArray();
		}

		/**
		 * How probable such a score is if classes have nothing to do with the cue,
		 * by shuffling them among what belongs together. It ends as soon as it is
		 * clear that it is chance (Besag and Clifford, 1991).
		 */
		private double pValue(final CueModel model, final double reached,
			final int[] together)
		{
			final int count = Arrays.stream(together).max().orElse(0) + 1;
			final int[] first = new int[count];
			for (int i = labels.length - 1; i >= 0; i--)
				first[together[i]] = labels[i];
			final SplittableRandom random = new SeedTree(1).child("permutations")
				.random();
			int asGood = 0;
			for (int done = 1; done <= PERMUTATIONS; done++) {
				final int[] order = shuffled(count, random);
				final int[] other = new int[labels.length];
				for (int i = 0; i < other.length; i++)
					other[i] = first[order[together[i]]];
				if (model.balancedAccuracy(other) >= reached) asGood++;
				if (asGood == ENOUGH) return (double) asGood / done;
			}
			return (asGood + 1.0) / (PERMUTATIONS + 1);
		}

		private static int[] shuffled(final int count,
			final SplittableRandom random)
		{
			final int[] order = new int[count];
			for (int i = 0; i < count; i++) {
				final int j = random.nextInt(i + 1);
				order[i] = order[j];
				order[j] = i;
			}
			return order;
		}
	}
}
