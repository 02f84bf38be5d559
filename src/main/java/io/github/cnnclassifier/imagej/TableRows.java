
package io.github.cnnclassifier.imagej;

import java.util.Arrays;
import java.util.List;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.report.Table;

/**
 * Rows of our tables in a table of ImageJ, which may hold rows of other kinds,
 * before and after: a cell that nobody fills is empty there, not 0.
 */
final class TableRows {

	/** As in files; ImageJ would show three, and small ones as 1.9E-12. */
	private static final int DIGITS = 4;
	private static final double SCALE = 10_000;

	private TableRows() {}

	/**
	 * Appends to ImageJ's own Results table. The rows of one call follow each
	 * other, whatever other threads append. Rows that are there stay, whatever
	 * they are of: a macro may still want to read them.
	 *
	 * @param content of any columns
	 * @return ImageJ's own Results table, which macros read as {@code getResult}
	 */
	static ResultsTable append(final Table content) {
		final ResultsTable table = ResultsTable.getResultsTable();
		synchronized (table) {
			append(table, content);
		}
		return table;
	}

	/**
	 * @param table gets the rows at its end
	 * @param content of any columns
	 */
	static void append(final ResultsTable table, final Table content) {
		// "Label" is no column, but the name of a row
		final List<String> foreign = Arrays.stream(table.getHeadings()).filter(
			column -> table.columnExists(column) && !content.headings().contains(
				column)).toList();
		for (final List<Object> row : content.rows()) {
			table.addRow();
			foreign.forEach(column -> table.addValue(column, ""));
			for (int i = 0; i < row.size(); i++) {
				fill(table, content.headings().get(i), row.get(i));
			}
		}
	}

	private static void fill(final ResultsTable table, final String column,
		final Object cell)
	{
		if (!table.columnExists(column)) {
			for (int row = 0; row < table.size() - 1; row++) {
				table.setValue(column, row, "");
			}
		}
		if (cell instanceof final Float probability) add(table, column, Math.rint(
			probability * SCALE) / SCALE, true);
		else if (cell instanceof final Number number && !Double.isNaN(number
			.doubleValue())) add(table, column, number.doubleValue(), number
				.doubleValue() != Math.rint(number.doubleValue()));
		else table.addValue(column, cell instanceof Number ? "" : cell.toString());
	}

	private static void add(final ResultsTable table, final String column,
		final double value, final boolean withDigits)
	{
		table.addValue(column, value);
		if (withDigits) table.setDecimalPlaces(table.getColumnIndex(column),
			DIGITS);
	}
}
