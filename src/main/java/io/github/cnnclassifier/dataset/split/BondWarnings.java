
package io.github.cnnclassifier.dataset.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.source.CodePointOrder;
import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;

/** What a person should know of groups and near duplicates in a split. */
final class BondWarnings {

	/** With fewer groups, the figures of a class rest on next to nothing. */
	private static final int FEW_GROUPS = 5;

	private final List<SplitUnit> units;
	private final List<List<SurveyedSample>> nearDuplicates;

	BondWarnings(final List<SplitUnit> units,
		final List<List<SurveyedSample>> nearDuplicates)
	{
		this.units = units;
		this.nearDuplicates = nearDuplicates;
	}

	/**
	 * @param sides of the contents
	 * @param torn units that were on several sides before
	 */
	List<String> of(final Map<String, Side> sides, final List<SplitUnit> torn) {
		final List<String> warnings = new ArrayList<>();
		mislabeled(warnings);
		near(warnings, sides);
		leftOut(warnings);
		torn(warnings, sides, torn);
		few(warnings);
		return warnings;
	}

	/** @return those that come from groups alone */
	List<String> ofGroups() {
		final List<String> warnings = new ArrayList<>();
		leftOut(warnings);
		few(warnings);
		return warnings;
	}

	private void mislabeled(final List<String> warnings) {
		final List<List<SurveyedSample>> odd = nearDuplicates.stream().filter(
			group -> group.stream().map(s -> s.sample().label()).distinct()
				.count() > 1).toList();
		if (!odd.isEmpty()) warnings.add(sets(odd.size()) +
			" have different classes; one label is probably wrong: " + examples(odd));
	}

	private void near(final List<String> warnings,
		final Map<String, Side> sides)
	{
		final List<List<SurveyedSample>> together = nearDuplicates.stream().filter(
			group -> group.stream().map(s -> sides.get(s.contentHash())).filter(
				side -> side != null).distinct().count() < 2).toList();
		if (!together.isEmpty()) warnings.add(sets(together.size()) +
			" (saved again, resized, brighter, turned or mirrored) stay on one side: " +
			examples(together));
	}

	private static String sets(final int count) {
		return count + (count == 1 ? " set" : " sets") +
			" of images that are almost the same picture";
	}

	private static String examples(final List<List<SurveyedSample>> groups) {
		return SplitWarnings.examplesOf(groups.stream().map(group -> group.stream()
			.map(s -> s.sample().name()).toList()).toList(), " ~ ");
	}

	private void leftOut(final List<String> warnings) {
		final List<ContentGroup> out = units.stream().flatMap(u -> u.leftOut()
			.stream()).toList();
		if (!out.isEmpty()) warnings.add(images(out.size()) +
			" left out: the data set declares images of the same group or near " +
			"copies for another side, further from training: " + names(out));
	}

	private static void torn(final List<String> warnings,
		final Map<String, Side> sides, final List<SplitUnit> torn)
	{
		final List<ContentGroup> out = torn.stream().flatMap(u -> u.contents()
			.stream()).filter(c -> !sides.containsKey(c.hash())).toList();
		if (!out.isEmpty()) warnings.add(images(out.size()) +
			" left out: new, and belonging to images on several sides of the " +
			"split that is kept: " + names(out));
	}

	private static String images(final int count) {
		return count + (count == 1 ? " image is" : " images are");
	}

	private static String names(final List<ContentGroup> contents) {
		return SplitWarnings.examplesOf(contents.stream().map(c -> List.of(c.names()
			.get(0))).toList(), "");
	}

	private void few(final List<String> warnings) {
		final Map<String, Integer> counts = new TreeMap<>(CodePointOrder.INSTANCE);
		units.forEach(u -> u.counts().keySet().forEach(label -> counts.merge(label,
			1, Integer::sum)));
		final List<String> few = units.stream().filter(SplitUnit::isGrouped)
			.flatMap(u -> u.counts().keySet().stream()).distinct().filter(
				label -> counts.get(label) < FEW_GROUPS).sorted(CodePointOrder.INSTANCE)
			.collect(Collectors.toList());
		if (!few.isEmpty()) warnings.add("Fewer than " + FEW_GROUPS +
			" groups to a class make uncertain figures: " + LabelRules.quoted(few) +
			". Add images of other groups.");
	}
}
