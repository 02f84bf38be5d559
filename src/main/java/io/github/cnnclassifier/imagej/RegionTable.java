
package io.github.cnnclassifier.imagej;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.inference.RegionAnswer;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.workflow.ClassifyRegions;

/** Answers for regions as rows of ImageJ's Results table. */
public final class RegionTable {

	private RegionTable() {}

	/**
	 * Appends one row per region, in the order of the user's list. The rows of
	 * one call follow each other, whatever other threads append.
	 *
	 * @param image title of the image the regions belong to
	 * @param result of the regions
	 * @param model its name
	 * @return ImageJ's own Results table, which macros read as {@code getResult}
	 */
	public static ResultsTable append(final String image,
		final ClassifyRegions.Result result, final String model)
	{
		final ResultsTable table = ResultsTable.getResultsTable();
		synchronized (table) {
			result.answers().forEach(answer -> append(table, image, result, answer,
				model));
		}
		return table;
	}

	private static void append(final ResultsTable table, final String image,
		final ClassifyRegions.Result result, final RegionAnswer answer,
		final String model)
	{
		final ClassLabels labels = result.labels();
		final Prediction prediction = answer.prediction();
		ProbabilityColumns.addRow(table);
		table.addValue("image", image);
		table.addValue("index", answer.index());
		table.addValue("roi", answer.name());
		table.addValue("slice", answer.slice());
		table.addValue("frame", answer.frame());
		table.addValue("class", prediction == null ? "" : result.threshold().name(
			labels, prediction));
		if (prediction == null) ProbabilityColumns.fillNone(table, labels);
		else ProbabilityColumns.fill(table, labels, prediction);
		table.addValue("model", model);
		table.addValue("error", answer.error());
	}
}
