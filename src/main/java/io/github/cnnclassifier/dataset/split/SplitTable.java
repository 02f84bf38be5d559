
package io.github.cnnclassifier.dataset.split;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;

/** Shows how many images and groups of each class are on each side. */
final class SplitTable {

	/** More rows hide everything else. */
	static final int MOST_CLASSES = 50;

	private final Map<String, Integer> unitOf = new HashMap<>();
	private final boolean grouped;

	SplitTable(final List<SplitUnit> units) {
		for (int i = 0; i < units.size(); i++) {
			final int unit = i;
			units.get(i).contents().forEach(c -> unitOf.put(c.hash(), unit));
		}
		grouped = units.stream().anyMatch(SplitUnit::isGrouped);
	}

	/**
	 * @param labels in the order of the rows
	 * @param samples of all sides
	 * @param split tells the sides
	 * @return lines of one width: a head, a row for each class, a sum
	 */
	List<String> lines(final List<String> labels,
		final List<SurveyedSample> samples, final Split split)
	{
		final List<List<String>> rows = new ArrayList<>();
		final List<String> head = new ArrayList<>(List.of("class"));
		for (final Side side : Side.values()) {
			head.add(side.label());
		}
		rows.add(head);
		labels.stream().limit(MOST_CLASSES).forEach(label -> rows.add(row(label,
			samples.stream().filter(s -> s.sample().label().equals(label)).toList(),
			split)));
		if (labels.size() > MOST_CLASSES) rows.add(List.of("(" + (labels.size() -
			MOST_CLASSES) + " more)", "", "", ""));
		rows.add(row("all classes", samples, split));
		return aligned(rows);
	}

	private List<String> row(final String name,
		final List<SurveyedSample> samples, final Split split)
	{
		final List<String> row = new ArrayList<>(List.of(name));
		for (final Side side : Side.values()) {
			final List<SurveyedSample> here = split.select(samples, side);
			final Set<Integer> groups = new HashSet<>();
			here.forEach(s -> groups.add(unitOf.get(s.contentHash())));
			row.add(here.size() + (grouped ? " in " + groups.size() + (groups
				.size() == 1 ? " group" : " groups") : ""));
		}
		return row;
	}

	/** @return the cells of each row in one line, columns below each other */
	static List<String> aligned(final List<List<String>> rows) {
		final List<String> lines = new ArrayList<>();
		for (final List<String> row : rows) {
			final StringBuilder line = new StringBuilder();
			for (int i = 0; i < row.size(); i++) {
				final int column = i;
				final int width = rows.stream().mapToInt(r -> r.get(column).length())
					.max().orElseThrow();
				line.append(i == 0 ? "" : "  ").append(row.get(i)).append(" ".repeat(
					width - row.get(i).length()));
			}
			lines.add(line.toString().stripTrailing());
		}
		return lines;
	}
}
