
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.cnnclassifier.evaluation.RaterAgreement;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * The labels that one annotator gave.
 *
 * @param title for messages
 * @param labels by the name of the crop; of a list that has no such column, by
 *          the path with the place behind it
 */
record AnnotatorLabels(String title, Map<String, Given> labels) {

	/**
	 * A label.
	 *
	 * @param label the class
	 * @param group what the crop shares with others; empty if nothing
	 */
	record Given(String label, String group) {
	}

	/**
	 * @throws UserFailure if the file is no list of labels
	 * @throws IOException if it cannot be read
	 */
	static AnnotatorLabels read(final Path file) throws IOException {
		if (!Files.isRegularFile(file)) throw new UserFailure(
			"Expected a list of labels, but '" + file +
				"' is no file. Check the path.");
		final Map<String, Given> labels = new LinkedHashMap<>();
		for (final Map<String, String> row : LabelTable.read(file).rows()) {
			final String label = row.getOrDefault(LabelRow.CLASS, "").strip();
			if (!label.isEmpty()) labels.put(name(row), new Given(label, row
				.getOrDefault(LabelRow.GROUP, "").strip()));
		}
		return new AnnotatorLabels("'" + file + "'", labels);
	}

	private static String name(final Map<String, String> row) {
		final String crop = row.getOrDefault(LabelRow.CROP, "");
		return crop.isEmpty() ? LabelRow.place(row) : crop;
	}

	/** @throws UserFailure if no crop has a label in both */
	static AnnotatorAgreement agreement(final AnnotatorLabels first,
		final AnnotatorLabels second)
	{
		final List<String> both = first.labels.keySet().stream().filter(
			second.labels::containsKey).toList();
		if (both.isEmpty()) throw new UserFailure(
			"Expected crops with a label in both lists, found none. Of " +
				first.title + " the first is " + example(first) + ", of " +
				second.title + " it is " + example(second) +
				". Both must be of the same images.");
		final Set<String> classes = new LinkedHashSet<>();
		both.forEach(crop -> {
			classes.add(first.label(crop));
			classes.add(second.label(crop));
		});
		final List<String> numbers = new ArrayList<>(classes);
		final RaterAgreement agreement = RaterAgreement.of(numbers.size(), both
			.stream().mapToInt(crop -> numbers.indexOf(first.label(crop))).toArray(),
			both.stream().mapToInt(crop -> numbers.indexOf(second.label(crop)))
				.toArray(), units(first, both));
		return new AnnotatorAgreement(both.size(), first.labels.size() - both
			.size(), second.labels.size() - both.size(), agreement.agreed(), agreement
				.kappa(), agreement.interval().map(i -> i.low()).orElse(Double.NaN),
			agreement.interval().map(i -> i.high()).orElse(Double.NaN), both.stream()
				.filter(crop -> !first.label(crop).equals(second.label(crop))).map(
					crop -> new AnnotatorAgreement.Conflict(crop, first.label(crop),
						second.label(crop))).collect(Collectors.toList()));
	}

	private String label(final String crop) {
		return labels.get(crop).label();
	}

	private static String example(final AnnotatorLabels of) {
		return of.labels.isEmpty() ? "none" : "'" + Legible.quote(of.labels.keySet()
			.iterator().next()) + "'";
	}

	/** Of a single group nobody could tell how much groups differ. */
	private static List<String> units(final AnnotatorLabels labels,
		final List<String> crops)
	{
		final List<String> groups = crops.stream().map(crop -> {
			final String group = labels.labels.get(crop).group();
			return group.isEmpty() ? crop : group;
		}).toList();
		return groups.stream().distinct().count() < 2 ? crops : groups;
	}
}
