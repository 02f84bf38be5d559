
package io.github.cnnclassifier.dataset.split;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.ContentHash;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Which content belongs to which side. Kept by content hash, so that it holds
 * when files are renamed or moved, and copies of an image share a side.
 * <p>
 * Immutable and thread-safe.
 */
public final class Split {

	private final Map<Side, List<String>> hashes;
	private final Map<String, Side> sides;
	private final List<String> warnings;
	private final List<SplitUnit> units;
	private final Map<String, String> unitsByHash;
	private final String leak;

	private Split(final Map<String, Side> sides, final List<String> warnings,
		final List<SplitUnit> units, final String leak)
	{
		this.sides = Map.copyOf(sides);
		this.warnings = List.copyOf(warnings);
		this.units = List.copyOf(units);
		unitsByHash = new HashMap<>();
		for (final SplitUnit unit : units)
			unit.contents().forEach(content -> unitsByHash.put(content.hash(), unit
				.key()));
		this.leak = leak;
		final Map<Side, List<String>> sorted = new EnumMap<>(Side.class);
		for (final Side side : Side.values()) {
			sorted.put(side, sides.entrySet().stream().filter(entry -> entry
				.getValue() == side).map(Map.Entry::getKey).sorted().collect(Collectors
					.toUnmodifiableList()));
		}
		hashes = Collections.unmodifiableMap(sorted);
	}

	/**
	 * Like {@link #of(List, SeedTree, SplitRules)} without groups, with 70, 15
	 * and 15 %.
	 *
	 * @param samples all readable samples
	 * @param seed the run's seed; the split grows its own from it
	 * @return the split
	 * @throws UserFailure as there
	 */
	public static Split of(final List<SurveyedSample> samples,
		final SeedTree seed)
	{
		return of(samples, seed, new SplitRules(Grouping.none(), false));
	}

	/**
	 * Like {@link #of(List, NearDuplicates, SeedTree, SplitRules)}, after a
	 * search for near duplicates.
	 *
	 * @param samples all readable samples, in any order
	 * @param seed the run's seed
	 * @param rules what to keep to
	 * @return the split
	 * @throws UserFailure as there
	 */
	public static Split of(final List<SurveyedSample> samples,
		final SeedTree seed, final SplitRules rules)
	{
		return of(samples, NearDuplicates.of(samples, Progress.none()), seed,
			rules);
	}

	/**
	 * Splits class by class. What shares a group, copies of an image and near
	 * duplicates stay together, also over several classes. Sides that the data
	 * set declares win; without any, the fractions decide, as nearly as the sizes
	 * of the groups allow; with training but no validation declared, the
	 * validation fraction is taken from training. Copies declared on several
	 * sides belong to test before validation before training; other members of a
	 * group or set of near duplicates that is declared on several sides are left
	 * out, except on the side furthest from training.
	 *
	 * @param samples all readable samples, in any order
	 * @param near the near duplicates among these or more samples
	 * @param seed the run's seed; the split grows its own from it
	 * @param rules what to keep to
	 * @return every class has a training image, and a validation image where it
	 *         can be divided
	 * @throws UserFailure if a class has only one image or none for training, or
	 *           hangs together as a whole
	 */
	public static Split of(final List<SurveyedSample> samples,
		final NearDuplicates near, final SeedTree seed, final SplitRules rules)
	{
		return divide(samples, near, seed, rules, Map.of(), "");
	}

	/**
	 * Divides more images without moving any that this split knows. New images
	 * that belong to a known one go to its side; those that belong to known ones
	 * on several sides are left out. Sides that the data set declares still win.
	 *
	 * @param samples all readable samples, old and new, in any order
	 * @param near the near duplicates among them
	 * @param seed the run's seed
	 * @param rules what to keep to
	 * @return the split of these samples
	 * @throws UserFailure as for
	 *           {@link #of(List, NearDuplicates, SeedTree, SplitRules)}, or if
	 *           this split divides known images that belong together, unless the
	 *           rules allow it
	 */
	public Split extended(final List<SurveyedSample> samples,
		final NearDuplicates near, final SeedTree seed, final SplitRules rules)
	{
		final boolean leaks = divides(samples, near, rules);
		if (leaks && !rules.allowLeak()) throw new UserFailure(
			"The split to keep has images on several sides that belong together. " +
				rules.grouping().statement() +
				" Make a new split, group the images as before, or keep it " +
				"nevertheless with allowLeak=true; then the figures are too good.", List
					.of(SplitBonds.DIVIDE));
		return divide(samples, near, seed, rules, sides, leaks
			? "Images that belong together are on several sides of the split that " +
				"was kept: the figures of this model are too good." : "");
	}

	/**
	 * @param samples all readable samples; those that this split does not know do
	 *          not count
	 * @param near the near duplicates among them
	 * @param rules say what belongs together
	 * @return whether this split has images on several sides that belong together
	 */
	public boolean divides(final List<SurveyedSample> samples,
		final NearDuplicates near, final SplitRules rules)
	{
		final List<SurveyedSample> known = samples.stream().filter(s -> sideOf(s
			.contentHash()) != null).collect(Collectors.toList());
		return SplitUnits.of(ContentGroup.of(known), rules.grouping(), rules
			.wholeStacks(), near.among(known).groups()).stream().anyMatch(unit -> unit
				.contents().stream().map(c -> sideOf(c.hash())).distinct().count() > 1);
	}

	private static Split divide(final List<SurveyedSample> samples,
		final NearDuplicates found, final SeedTree seed, final SplitRules rules,
		final Map<String, Side> stored, final String storedLeak)
	{
		final List<ContentGroup> contents = ContentGroup.of(samples);
		final List<List<SurveyedSample>> near = found.among(samples).groups();
		final SplitBonds bonds = SplitBonds.of(contents, near, rules);
		final SideAssignment splitting = new SideAssignment(bonds.units(), stored);
		final Map<String, Side> sides = splitting.run(seed, rules.fractions());
		final List<String> warnings = new ArrayList<>(new SplitWarnings(contents)
			.of(sides, rules.fractions().test() > 0));
		warnings.addAll(new BondWarnings(bonds.units(), near).of(sides, splitting
			.torn()));
		return new Split(sides, warnings, bonds.units(), bonds.leak().isEmpty()
			? storedLeak : bonds.leak());
	}

	/**
	 * Of a part of the images: training and validation sides alone. A class that
	 * has but one unit there is learned from, and validates nothing.
	 *
	 * @param units the part
	 * @param seed of the part
	 */
	static Split withoutTest(final List<SplitUnit> units, final SeedTree seed) {
		return new Split(new SideAssignment(units, Map.of()).runLeniently(seed,
			SplitFractions.WITHOUT_TEST), List.of(), units, "");
	}

	/**
	 * The same validation side, and ever smaller parts of the training side: each
	 * about half of the one before and within it, with all classes in nearly the
	 * same ratio. What belongs together is in a part as a whole or not at all.
	 *
	 * @param steps how many at most, 1 or more
	 * @param seed decides which images
	 * @return splits without a test side, from the smallest training side to the
	 *         whole; fewer where images or groups are too few
	 */
	public List<Split> nested(final int steps, final SeedTree seed) {
		final Predicate<ContentGroup> isLearned = content -> sideOf(content
			.hash()) == Side.TRAINING;
		final List<SplitUnit> learned = units.stream().filter(unit -> unit
			.contents().stream().anyMatch(isLearned)).map(unit -> unit.part(
				isLearned)).toList();
		return NestedParts.of(learned, steps, seed).stream().map(this::with)
			.toList();
	}

	private Split with(final List<SplitUnit> learned) {
		final Map<String, Side> some = new HashMap<>();
		hashes.get(Side.VALIDATION).forEach(hash -> some.put(hash,
			Side.VALIDATION));
		learned.forEach(unit -> unit.contents().forEach(content -> some.put(content
			.hash(), Side.TRAINING)));
		return new Split(some, List.of(), learned, leak);
	}

	/**
	 * @param hashes content hashes of each side, as {@link #hashes()} gave them;
	 *          a missing side is empty
	 * @return the same split again
	 * @throws IllegalArgumentException if a hash is on two sides
	 */
	public static Split ofHashes(final Map<Side, List<String>> hashes) {
		final Map<String, Side> sides = new HashMap<>();
		hashes.forEach((side, contents) -> {
			for (final String hash : contents) {
				final Side other = sides.put(hash, side);
				if (other != null && other != side) throw new IllegalArgumentException(
					"The content " + hash + " is on two sides, " + other.label() +
						" and " + side.label());
			}
		});
		return new Split(sides, List.of(), List.of(), "");
	}

	/**
	 * @return whether the hashes are of the kind that images get now, so that a
	 *         content that is not found is a content that was not there
	 */
	public boolean knowsContents() {
		return sides.keySet().stream().allMatch(hash -> hash.startsWith(
			ContentHash.KIND));
	}

	/**
	 * @param contentHash of an image
	 * @return its side; null if the split does not know the image
	 */
	public Side sideOf(final String contentHash) {
		return sides.get(contentHash);
	}

	/**
	 * @param contentHash of an image
	 * @return a name of all that stays together with it, such as a group or near
	 *         duplicates; its own hash if it stands alone, or that is not known
	 */
	public String unitOf(final String contentHash) {
		return unitsByHash.getOrDefault(contentHash, contentHash);
	}

	/** @return the sorted content hashes of all three sides */
	public Map<Side, List<String>> hashes() {
		return hashes;
	}

	/**
	 * The samples of one side. A copy that the data set declares for another side
	 * than the winning one is left out, so that a declared test side stays
	 * exactly as it was declared.
	 *
	 * @param samples in any order
	 * @param side wanted
	 * @return those on this side, in the same order
	 */
	public List<SurveyedSample> select(final List<SurveyedSample> samples,
		final Side side)
	{
		final Set<String> declaredHere = samples.stream().filter(sample -> sample
			.sample().declaredSide() == side).map(SurveyedSample::contentHash)
			.collect(Collectors.toSet());
		return samples.stream().filter(sample -> sideOf(sample
			.contentHash()) == side).filter(sample -> sample.sample()
				.declaredSide() == side || !declaredHere.contains(sample.contentHash()))
			.collect(Collectors.toList());
	}

	/** @return whole sentences for the user; empty if nothing is odd */
	public List<String> warnings() {
		return warnings;
	}

	/**
	 * @return what groups made odd and which classes a side does not have, whole
	 *         sentences; empty if nothing
	 */
	public List<String> groupWarnings() {
		final List<String> warnings = new ArrayList<>(new BondWarnings(units, List
			.of()).ofGroups());
		warnings.addAll(new SplitWarnings(units.stream().flatMap(unit -> unit
			.contents().stream()).toList()).ofMissing(sides));
		return warnings;
	}

	/**
	 * @return which images that belong together are on several sides all the
	 *         same, whole sentences; empty if none are
	 */
	public String leak() {
		return leak;
	}

	/**
	 * @param labels in the order of the rows
	 * @param samples that were split
	 * @return a table as lines of text: images of each class on each side, and
	 *         how many groups they come from where there are groups
	 */
	public List<String> table(final List<String> labels,
		final List<SurveyedSample> samples)
	{
		return new SplitTable(units).lines(labels, samples, this);
	}
}
