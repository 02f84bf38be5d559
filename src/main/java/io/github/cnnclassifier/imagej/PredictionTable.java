
package io.github.cnnclassifier.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;

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
		final ResultsTable table = ResultsTable.getResultsTable();
		synchronized (table) {
			for (int i = 0; i < planes.size(); i++) {
				ProbabilityColumns.addRow(table);
				table.addValue("image", image.getTitle());
				table.addValue("slice", planes.get(i).slice());
				table.addValue("frame", planes.get(i).frame());
				table.addValue("class", threshold.name(labels, predictions.get(i)));
				ProbabilityColumns.fill(table, labels, predictions.get(i));
				table.addValue("model", model);
			}
		}
		return table;
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
			final Prediction p = predictions.get(i);
			final String position = planes.size() == 1 ? "" : "slice=" + planes.get(i)
				.slice() + " frame=" + planes.get(i).frame() + " ";
			lines.add(position + String.format(Locale.ROOT,
				"class=%s confidence=%.4f", threshold.name(labels, p), p.confidence()));
		}
		return lines;
	}
}
