
package io.github.cnnclassifier.dataset.split;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.cnnclassifier.dataset.source.CodePointOrder;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Labeled images divided for cross-validation: in each repeat, each image is
 * held out in one fold. What shares a group, copies of an image and near
 * duplicates are held out together; else the folds have nearly the same part of
 * each class. The same images, rules and seed give the same folds. Sides that
 * the data set declares are of no interest here.
 * <p>
 * Immutable and thread-safe.
 */
public final class Folds {

	private final List<SplitUnit> units;
	private final List<Fold> folds;
	private final List<String> messages;
	private final String leak;
	private final Map<String, String> groups = new HashMap<>();

	private Folds(final SplitBonds bonds, final List<Fold> folds,
		final List<String> messages)
	{
		this.units = bonds.units();
		this.folds = List.copyOf(folds);
		this.messages = List.copyOf(messages);
		this.leak = bonds.leak();
		for (final SplitUnit unit : units)
			unit.contents().forEach(content -> groups.put(content.hash(), name(
				unit)));
	}

	private static String name(final SplitUnit unit) {
		if (unit.isGrouped()) return unit.group();
		final ContentGroup first = unit.contents().get(0);
		return unit.contents().size() == 1 && first.size() == 1 ? "" : first.names()
			.get(0);
	}

	/**
	 * @param samples all readable samples, without declared sides, in any order
	 * @param near the near duplicates among these or more samples
	 * @param rule how many folds
	 * @param rules what belongs together
	 * @param seed the run's seed; the folds grow their own from it
	 * @return the folds; fewer than wished if a class has too few images or
	 *         groups
	 * @throws UserFailure if a class has only one image or hangs together as a
	 *           whole, or groups shall be left out and there are none
	 */
	public static Folds of(final List<SurveyedSample> samples,
		final NearDuplicates near, final FoldRule rule, final SplitRules rules,
		final SeedTree seed)
	{
		final List<ContentGroup> contents = ContentGroup.of(samples);
		final List<List<SurveyedSample>> copies = near.among(samples).groups();
		final SplitBonds bonds = SplitBonds.of(contents, copies, rules);
		new SideAssignment(bonds.units(), Map.of()).requireClasses();
		final List<String> messages = new ArrayList<>(new SplitWarnings(contents)
			.ofContents());
		messages.addAll(new BondWarnings(bonds.units(), copies).of(Map.of(), List
			.of()));
		if (rule.leavesGroupsOut()) requireGroups(bonds.units(), rules.grouping());
		final int count = rule.leavesGroupsOut() ? bonds.units().size() : count(
			bonds.units(), rule.folds(), messages);
		final List<Fold> folds = new ArrayList<>();
		final SeedTree own = seed.child("folds");
		for (int repeat = 1; repeat <= rule.repeats(); repeat++) {
			final SeedTree ofRepeat = own.child(repeat);
			final List<List<SplitUnit>> parts = rule.leavesGroupsOut() ? alone(bonds
				.units()) : new FoldAssignment<>(bonds.units(), count, ofRepeat).run();
			for (int i = 0; i < parts.size(); i++)
				folds.add(fold(repeat, i + 1, parts, rule, ofRepeat));
		}
		return new Folds(bonds, folds, messages);
	}

	private static Fold fold(final int repeat, final int number,
		final List<List<SplitUnit>> parts, final FoldRule rule, final SeedTree seed)
	{
		final List<SplitUnit> heldOut = parts.get(number - 1);
		final List<SplitUnit> others = new ArrayList<>();
		parts.stream().filter(part -> part != heldOut).forEach(others::addAll);
		return new Fold(repeat, number, heldOut, others, rule.leavesGroupsOut()
			? heldOut.get(0).group() : "", seed);
	}

	private static List<List<SplitUnit>> alone(final List<SplitUnit> units) {
		final Map<String, List<SplitUnit>> byName = new TreeMap<>(
			CodePointOrder.INSTANCE);
		units.forEach(unit -> byName.put(unit.group(), List.of(unit)));
		return List.copyOf(byName.values());
	}

	private static void requireGroups(final List<SplitUnit> units,
		final Grouping grouping)
	{
		final TreeSet<String> single = new TreeSet<>(CodePointOrder.INSTANCE);
		units.stream().filter(unit -> !unit.isGrouped()).forEach(unit -> unit
			.contents().forEach(content -> single.addAll(content.names())));
		if (!single.isEmpty()) throw new UserFailure(
			"Expected a group for each image, as leaveOneGroupOut=true asks, found " +
				single.size() + (single.size() == 1 ? " image" : " images") +
				" without one, for instance '" + single.first() + "'. " + grouping
					.statement() +
				" Say with groups what belongs together, or make folds without regard " +
				"to single groups: folds=" + FoldRule.DEFAULT_FOLDS + ".");
	}

	/** As many folds as the smallest class has parts that can be held out. */
	private static int count(final List<SplitUnit> units, final int wished,
		final List<String> messages)
	{
		final Map<String, Integer> parts = new TreeMap<>(CodePointOrder.INSTANCE);
		units.forEach(unit -> unit.counts().keySet().forEach(label -> parts.merge(
			label, 1, Integer::sum)));
		final List<String> small = new ArrayList<>();
		int fewest = wished;
		for (final Map.Entry<String, Integer> part : parts.entrySet()) {
			if (part.getValue() >= wished) continue;
			small.add("'" + part.getKey() + "' (" + part.getValue() + ")");
			fewest = Math.min(fewest, part.getValue());
		}
		if (fewest == wished) return wished;
		final boolean grouped = units.stream().anyMatch(SplitUnit::isGrouped);
		final String what = grouped ? "groups" : "different images";
		messages.add((small.size() == 1 ? "The class " + small.get(0) + " has"
			: "The classes " + listed(small) + " have") + " fewer " + what +
			" than the " + wished + " folds that were asked for, so " + fewest +
			" folds are made. Add " + what + ", or leave such a class out with " +
			"exclude, for more folds.");
		return fewest;
	}

	private static String listed(final List<String> classes) {
		final int most = 10;
		return String.join(", ", classes.subList(0, Math.min(most, classes
			.size()))) + (classes.size() > most ? " and " + (classes.size() - most) +
				" more" : "");
	}

	/** @return all folds, repeat by repeat */
	public List<Fold> folds() {
		return folds;
	}

	/**
	 * @param why figures are too good, a whole sentence; empty if they are not
	 * @return the same folds, which say so
	 */
	public Folds leaking(final String why) {
		return why.isEmpty() ? this : new Folds(new SplitBonds(units, leak.isEmpty()
			? why : leak + " " + why), folds, messages);
	}

	/** @return what a person should know of the images; whole sentences */
	public List<String> messages() {
		return messages;
	}

	/**
	 * @return why figures are too good, such as which images that belong together
	 *         are in several folds all the same, whole sentences; empty if they
	 *         are not
	 */
	public String leak() {
		return leak;
	}

	/**
	 * @param sample that was divided
	 * @return the name of what it is held out with: a group, or the first of
	 *         several images that are nearly the same; empty if it stands alone
	 */
	public String groupOf(final SurveyedSample sample) {
		return groups.get(sample.contentHash());
	}

	/**
	 * @param labels in the order of the rows
	 * @param samples that were divided
	 * @return a table as lines of text: images of each class, and how many of
	 *         them are held out in a fold
	 */
	public List<String> table(final List<String> labels,
		final List<SurveyedSample> samples)
	{
		final List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("class", "images", "held out in a fold"));
		final List<Map<String, Integer>> heldOut = folds.stream().map(
			fold -> counts(fold.heldOut(samples))).toList();
		final Map<String, Integer> all = counts(samples);
		labels.stream().limit(SplitTable.MOST_CLASSES).forEach(label -> {
			final IntSummaryStatistics range = heldOut.stream().mapToInt(
				counts -> counts.getOrDefault(label, 0)).summaryStatistics();
			rows.add(List.of(label, String.valueOf(all.getOrDefault(label, 0)), range
				.getMin() == range.getMax() ? String.valueOf(range.getMin()) : range
					.getMin() + " to " + range.getMax()));
		});
		return SplitTable.aligned(rows);
	}

	private static Map<String, Integer> counts(
		final List<SurveyedSample> samples)
	{
		final Map<String, Integer> counts = new HashMap<>();
		samples.forEach(s -> counts.merge(s.sample().label(), 1, Integer::sum));
		return counts;
	}
}
