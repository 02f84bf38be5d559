
package io.github.cnnclassifier.imagej;

import java.util.List;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.report.Table;

/** Areas of classes as rows of ImageJ's Results table. */
public final class AreaResults {

	private AreaResults() {}

	/**
	 * Appends to the rows of earlier maps. Rows of something else are kept in a
	 * window of their own if there is a display.
	 *
	 * @param areas of one map
	 * @return ImageJ's own Results table, which macros read as {@code getResult}
	 */
	public static ResultsTable append(final Table areas) {
		final ResultsTable table = isOurs(ResultsTable.getResultsTable())
			? ResultsTable.getResultsTable() : SystemResults.emptied(any -> false);
		synchronized (table) {
			for (final List<Object> row : areas.rows()) {
				table.addRow();
				for (int i = 0; i < row.size(); i++) {
					add(table, areas.headings().get(i), row.get(i));
				}
			}
		}
		return table;
	}

	private static boolean isOurs(final ResultsTable table) {
		return table.columnExists("value") && table.columnExists("fraction");
	}

	private static void add(final ResultsTable table, final String column,
		final Object cell)
	{
		if (cell instanceof final Number number) table.addValue(column, number
			.doubleValue());
		else table.addValue(column, cell.toString());
		if (cell instanceof Double) table.setDecimalPlaces(table.getColumnIndex(
			column), 4);
	}
}
