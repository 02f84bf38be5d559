
package io.github.cnnclassifier.dataset.split;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

import io.github.cnnclassifier.dataset.source.CodePointOrder;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;

/**
 * Joins contents that share a group or a stack, or are near duplicates, step by
 * step.
 */
final class SplitUnits {

	private final List<ContentGroup> contents;
	private final Grouping grouping;
	private final Clusters clusters;

	/** @param contents in a fixed order */
	private SplitUnits(final List<ContentGroup> contents,
		final Grouping grouping)
	{
		this.contents = contents;
		this.grouping = grouping;
		clusters = new Clusters(contents.size());
	}

	/**
	 * @param contents by hash
	 * @param grouping names of groups
	 * @param wholeStacks whether the planes of a stack stay together
	 * @param nearDuplicates groups of them
	 * @return every content in one unit, in the order of their first contents
	 */
	static List<SplitUnit> of(final List<ContentGroup> contents,
		final Grouping grouping, final boolean wholeStacks,
		final List<List<SurveyedSample>> nearDuplicates)
	{
		final SplitUnits units = new SplitUnits(contents, grouping);
		units.join(grouping::groupOf);
		if (wholeStacks) units.join(sample -> sample.source().stack());
		units.join(nearDuplicates);
		return units.units();
	}

	/** @param names of what is joined, null for what stands alone */
	private void join(final Function<Sample, String> names) {
		final Map<String, Integer> first = new HashMap<>();
		for (int i = 0; i < contents.size(); i++) {
			for (final SurveyedSample sample : contents.get(i).samples()) {
				final String name = names.apply(sample.sample());
				if (name == null) continue;
				final Integer other = first.putIfAbsent(name, i);
				if (other != null) clusters.join(i, other);
			}
		}
	}

	private void join(final List<List<SurveyedSample>> nearDuplicates) {
		final Map<String, Integer> numbers = new HashMap<>();
		for (int i = 0; i < contents.size(); i++) {
			numbers.put(contents.get(i).hash(), i);
		}
		for (final List<SurveyedSample> group : nearDuplicates) {
			final int first = numbers.get(group.get(0).contentHash());
			group.forEach(s -> clusters.join(first, numbers.get(s.contentHash())));
		}
	}

	private List<SplitUnit> units() {
		final List<SplitUnit> units = new ArrayList<>();
		for (final List<Integer> members : clusters.members()) {
			final TreeSet<String> groups = new TreeSet<>(CodePointOrder.INSTANCE);
			members.forEach(i -> groups.addAll(groups(contents.get(i))));
			units.add(new SplitUnit(List.copyOf(groups), members.stream().map(
				contents::get).toList()));
		}
		return units;
	}

	private TreeSet<String> groups(final ContentGroup content) {
		final TreeSet<String> groups = new TreeSet<>(CodePointOrder.INSTANCE);
		for (final SurveyedSample sample : content.samples()) {
			final String group = grouping.groupOf(sample.sample());
			if (group != null) groups.add(group);
		}
		return groups;
	}
}
