
package io.github.cnnclassifier.imagej;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/**
 * The columns that say how sure a classifier is, in a table that may hold rows
 * of other models too: those have no number there, not 0.
 */
final class ProbabilityColumns {

	private static final String PROBABILITY = "p_";

	private ProbabilityColumns() {}

	/** Appends a row whose probabilities are empty. */
	static void addRow(final ResultsTable table) {
		table.addRow();
		for (final String column : table.getHeadings()) {
			if (column.startsWith(PROBABILITY)) table.addValue(column, "");
		}
	}

	/** Fills {@code confidence} and {@code p_<class>} of the last row. */
	static void fill(final ResultsTable table, final ClassLabels labels,
		final Prediction prediction)
	{
		add(table, "confidence", prediction.confidence());
		for (int c = 0; c < labels.size(); c++) {
			add(table, PROBABILITY + labels.name(c), prediction.probabilities()[c]);
		}
	}

	/** The same columns of a row without a prediction, empty. */
	static void fillNone(final ResultsTable table, final ClassLabels labels) {
		table.addValue("confidence", "");
		for (final String name : labels.names()) {
			table.addValue(PROBABILITY + name, "");
		}
	}

	private static void add(final ResultsTable table, final String column,
		final float value)
	{
		if (!table.columnExists(column)) {
			for (int row = 0; row < table.size() - 1; row++) {
				table.setValue(column, row, "");
			}
		}
		// Rounded as in files; the table would show smaller ones as 1.9E-12.
		table.addValue(column, Math.rint(value * 10_000d) / 10_000d);
		table.setDecimalPlaces(table.getColumnIndex(column), 4);
	}
}
