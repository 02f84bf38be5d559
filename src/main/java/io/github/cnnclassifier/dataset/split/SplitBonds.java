
package io.github.cnnclassifier.dataset.split;

import java.util.List;
import java.util.TreeSet;

import io.github.cnnclassifier.dataset.source.CodePointOrder;
import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UnusableClass;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * What is kept together in the end: groups, stacks and near duplicates, or less
 * where a class could not be divided otherwise and the user allows it.
 *
 * @param units every content once
 * @param leak what was divided that belongs together, in whole sentences; empty
 *          if nothing
 */
record SplitBonds(List<SplitUnit> units, String leak) {

	/** What a leak costs is said before it is chosen. */
	static final Mend DIVIDE = Mend.of(
		"Divide them nevertheless (figures too good)", "allowLeak", "true");

	/**
	 * @param contents of all samples, by hash
	 * @param nearDuplicates among them
	 * @param rules of the split
	 * @return what to keep together
	 * @throws UserFailure if a class is one single unit and no leak is allowed
	 */
	static SplitBonds of(final List<ContentGroup> contents,
		final List<List<SurveyedSample>> nearDuplicates, final SplitRules rules)
	{
		final List<SplitUnit> all = SplitUnits.of(contents, rules.grouping(), rules
			.wholeStacks(), nearDuplicates);
		final String lone = loneClass(all);
		if (lone == null) return new SplitBonds(all, "");
		final String why = reason(all, lone, rules);
		final List<SplitUnit> copies = SplitUnits.of(contents, Grouping.none(),
			rules.wholeStacks(), nearDuplicates);
		final boolean byGroups = loneClass(copies) == null;
		if (!rules.allowLeak()) throw new UnusableClass(lone, LabelRules.listed(
			lone), why, (byGroups ? rules.grouping().statement() + " " : "") +
				"Add images from elsewhere, leave the class out (" + LabelRules
					.exclusion(lone) + "), " + (byGroups
						? "set groups=none if its images are independent of one another, "
						: "") + "or divide them nevertheless with " +
				"allowLeak=true; then the figures are too good.", byGroups
					? new Mend[] { Mend.of("Images are independent of one another",
						"groups", "none"), DIVIDE } : new Mend[] { DIVIDE });
		final String leak = why + " As allowLeak=true asks, images that belong " +
			"together are on several sides: the figures of this model are too good.";
		return new SplitBonds(byGroups ? copies : SplitUnits.of(contents, Grouping
			.none(), false, List.of()), leak);
	}

	/** @return a class that should be divided but is in one piece; or null */
	private static String loneClass(final List<SplitUnit> units) {
		if (units.stream().anyMatch(u -> u.declaredSide() == Side.VALIDATION))
			return null;
		final TreeSet<String> labels = new TreeSet<>(CodePointOrder.INSTANCE);
		units.forEach(unit -> labels.addAll(unit.counts().keySet()));
		for (final String label : labels) {
			final List<SplitUnit> own = ofClass(units, label);
			if (own.size() == 1 && own.get(0).count(label) > 1) return label;
		}
		return null;
	}

	private static List<SplitUnit> ofClass(final List<SplitUnit> units,
		final String label)
	{
		return units.stream().filter(u -> u.count(label) > 0 && u
			.declaredSide() != Side.TEST).toList();
	}

	private static String reason(final List<SplitUnit> units, final String label,
		final SplitRules rules)
	{
		final SplitUnit unit = ofClass(units, label).get(0);
		final String start = "All " + unit.count(label) +
			" different images of the class '" + label + "' ";
		final String end =
			", so none can validate what was learned from the others.";
		final TreeSet<String> groups = new TreeSet<>(CodePointOrder.INSTANCE);
		unit.contents().stream().filter(c -> c.label().equals(label)).forEach(c -> c
			.samples().forEach(s -> {
				final String group = rules.grouping().groupOf(s.sample());
				if (group != null) groups.add(group);
			}));
		// also where it is of other classes that the unit has groups
		if (groups.isEmpty()) return start + (rules.wholeStacks() && hasStack(unit)
			? "are planes of one stack, or near copies of them, such as "
			: "are near copies of one another, such as ") + LabelRules.quoted(unit
				.contents().stream().filter(c -> c.label().equals(label)).limit(2).map(
					c -> c.names().get(0)).toList()) + end;
		return start + (groups.size() < 2 ? "belong to one group, '" + groups
			.first() + "'" : "hang together by groups and near copies, from '" +
				groups.first() + "' to '" + groups.last() + "'") + end;
	}

	private static boolean hasStack(final SplitUnit unit) {
		return unit.contents().stream().flatMap(c -> c.samples().stream()).anyMatch(
			s -> s.sample().source().stack() != null);
	}
}
