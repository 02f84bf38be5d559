
package io.github.cnnclassifier.imagej;

import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.report.ProbabilityColumns;
import io.github.cnnclassifier.report.Table;

/** Predictions of open images as rows of ImageJ's Results table. */
public final class PredictionTable {

	private PredictionTable() {}

	/**
	 * Appends one row per plane. The rows of one call follow each other, whatever
	 * other threads append.
	 *
	 * @param image the planes belong to
	 * @param planes of the image
	 * @param labels of the model
	 * @param threshold below which the class is unknown
	 * @param predictions one per plane
	 * @param model its name
	 * @return ImageJ's own Results table, which macros read as {@code getResult}
	 */
	public static ResultsTable append(final ImagePlus image,
		final List<Plane> planes, final ClassLabels labels,
		final Threshold threshold, final List<Prediction> predictions,
		final String model)
	{
		final List<String> headings = new ArrayList<>(List.of("image", "slice",
			"frame", "class"));
		headings.addAll(ProbabilityColumns.headings(labels));
		headings.add("model");
		final List<List<Object>> rows = new ArrayList<>();
		for (int i = 0; i < planes.size(); i++) {
			final List<Object> row = new ArrayList<>(List.of(image.getTitle(), planes
				.get(i).slice(), planes.get(i).frame(), threshold.name(labels,
					predictions.get(i))));
			row.addAll(ProbabilityColumns.cells(labels, predictions.get(i)));
			row.add(model);
			rows.add(row);
		}
		return TableRows.append(new Table(headings, rows));
	}

	/**
	 * @param planes of an image
	 * @param labels of the model
	 * @param threshold below which the class is unknown
	 * @param predictions one per plane
	 * @return for scripts: {@code class=... confidence=...}, one line per plane,
	 *         with the position if there are several
	 */
	static List<String> lines(final List<Plane> planes, final ClassLabels labels,
		final Threshold threshold, final List<Prediction> predictions)
	{
		final List<String> lines = new ArrayList<>();
		for (int i = 0; i < planes.size(); i++) {
			final String position = planes.size() == 1 ? "" : "slice=" + planes.get(i)
				.slice() + " frame=" + planes.get(i).frame() + " ";
			lines.add(position + threshold.line(labels, predictions.get(i)));
		}
		return lines;
	}
}
