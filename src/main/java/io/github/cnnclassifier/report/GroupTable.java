
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.github.cnnclassifier.evaluation.EvaluatedImage;
import io.github.cnnclassifier.evaluation.Evaluation;

/** How good a classifier is on each group of images, the worst first. */
final class GroupTable {

	/** A group, and how many of its images are right. */
	private record Row(String group, int images, int right) {

		double accuracy() {
			return (double) right / images;
		}
	}

	static final String FILE = "figures_by_group.csv";

	private GroupTable() {}

	/**
	 * @param evaluation any
	 * @return what a report shows; empty without two groups of images
	 */
	static Optional<ReportPart> part(final Evaluation evaluation) {
		final Map<String, List<EvaluatedImage>> groups = new TreeMap<>();
		for (final EvaluatedImage image : evaluation.images())
			if (!image.group().isEmpty()) groups.computeIfAbsent(image.group(),
				unused -> new ArrayList<>()).add(image);
		if (groups.size() < 2 || groups.size() == evaluation.images().size())
			return Optional.empty();
		final List<Row> rows = new ArrayList<>();
		groups.forEach((group, images) -> rows.add(new Row(group, images.size(),
			(int) images.stream().filter(image -> image.labeled().correct())
				.count())));
		rows.sort((a, b) -> Double.compare(a.accuracy(), b.accuracy()));
		final Columns<Row> columns = new Columns<>();
		columns.add("group", Row::group);
		columns.add("images", Row::images);
		columns.add("right", Row::right);
		columns.add("accuracy", row -> (float) row.accuracy());
		return Optional.of(new ReportPart(ReportPlace.GROUPS, List.of(
			"Images of one group, such as an animal or a field, the worst group first."),
			List.of(), List.of(new ReportPart.FileTable(FILE, columns.table(rows),
				true))));
	}
}
