
package io.github.cnnclassifier.imagej;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.evaluation.Averages;
import io.github.cnnclassifier.evaluation.ClassFigures;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.Figures;

/** The figures of an evaluation as ImageJ's Results table. */
public final class EvaluationTable {

	private EvaluationTable() {}

	/**
	 * @param result of an evaluation
	 * @return ImageJ's own Results table, emptied and filled with one row per
	 *         class, one with the macro averages, and one whose f1 column is
	 *         empty with accuracy and balanced accuracy
	 */
	public static ResultsTable of(final EvaluationResult result) {
		final ResultsTable table = ResultsTable.getResultsTable();
		table.reset();
		table.setPrecision(4);
		final Figures figures = result.figures();
		for (final ClassFigures c : figures.classes()) {
			addRow(table, c.label(), c.support(), new Averages(c.precision(), c
				.recall(), c.f1()));
		}
		addRow(table, "macro average", figures.n(), figures.macro());
		table.addValue("accuracy", figures.accuracy());
		table.addValue("balanced_accuracy", figures.balancedAccuracy());
		return table;
	}

	private static void addRow(final ResultsTable table, final String name,
		final long images, final Averages averages)
	{
		table.addRow();
		table.addValue("class", name);
		table.addValue("images", images);
		table.addValue("precision", averages.precision());
		table.addValue("recall", averages.recall());
		table.addValue("f1", averages.f1());
	}
}
