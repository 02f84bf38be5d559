
package io.github.cnnclassifier.imagej;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.evaluation.Averages;
import io.github.cnnclassifier.evaluation.ClassFigures;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.Figures;

/** The figures of an evaluation as a table of ImageJ. */
final class EvaluationTable {

	private static final String MACRO_AVERAGE = "macro average";
	private static final String ACCURACY = "accuracy";
	private static final String BALANCED_ACCURACY = "balanced_accuracy";

	private EvaluationTable() {}

	/**
	 * @param table gets one row per class and a last one, "macro average", that
	 *          alone has accuracy and balanced accuracy
	 * @param result of an evaluation
	 */
	static void fill(final ResultsTable table, final EvaluationResult result) {
		final Figures figures = result.figures();
		for (final ClassFigures c : figures.classes()) {
			addRow(table, c.label(), c.support(), new Averages(c.precision(), c
				.recall(), c.f1()));
			table.addValue(ACCURACY, "");
			table.addValue(BALANCED_ACCURACY, "");
		}
		addRow(table, MACRO_AVERAGE, figures.n(), figures.macro());
		addFigure(table, ACCURACY, figures.accuracy());
		addFigure(table, BALANCED_ACCURACY, figures.balancedAccuracy());
	}

	/** Rows of others that were added since would stand at the end. */
	static boolean isOne(final ResultsTable table) {
		return table.columnExists("class") && MACRO_AVERAGE.equals(table
			.getStringValue("class", table.size() - 1));
	}

	private static void addRow(final ResultsTable table, final String name,
		final long images, final Averages averages)
	{
		table.addRow();
		table.addValue("class", name);
		table.addValue("images", images);
		addFigure(table, "precision", averages.precision());
		addFigure(table, "recall", averages.recall());
		addFigure(table, "f1", averages.f1());
	}

	private static void addFigure(final ResultsTable table, final String column,
		final double value)
	{
		table.addValue(column, value);
		table.setDecimalPlaces(table.getColumnIndex(column), 4);
	}
}
