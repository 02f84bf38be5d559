
package io.github.cnnclassifier.imagej;

import java.util.List;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.dataset.DataAudit;
import io.github.cnnclassifier.report.InspectionTables;
import io.github.cnnclassifier.report.Table;

/** The tables of an inspection as ImageJ shows them. */
public final class InspectionWindows {

	private static final String OWN_COLUMN = "different";
	private static final int DIGITS = 4;

	private InspectionWindows() {}

	/**
	 * @param audit an inspection
	 * @return a new table with a row per image
	 */
	public static ResultsTable images(final DataAudit audit) {
		final ResultsTable table = new ResultsTable();
		fill(table, InspectionTables.images(audit));
		return table;
	}

	/**
	 * @param audit an inspection
	 * @return ImageJ's own Results table, emptied and filled with one row per
	 *         class. Rows of something else are kept in a window of their own if
	 *         there is a display
	 */
	public static ResultsTable classes(final DataAudit audit) {
		final ResultsTable table = SystemResults.emptied(old -> old.columnExists(
			OWN_COLUMN));
		fill(table, InspectionTables.classes(audit));
		return table;
	}

	private static void fill(final ResultsTable table, final Table content) {
		for (final List<Object> row : content.rows()) {
			table.addRow();
			for (int i = 0; i < row.size(); i++) {
				add(table, content.headings().get(i), row.get(i));
			}
		}
	}

	private static void add(final ResultsTable table, final String column,
		final Object cell)
	{
		if (cell instanceof final Integer number) table.addValue(column, number);
		else if (cell instanceof final Double number && !number.isNaN()) {
			table.addValue(column, number);
			if (number != Math.rint(number)) table.setDecimalPlaces(table
				.getColumnIndex(column), DIGITS);
		}
		else table.addValue(column, cell instanceof Double ? "" : cell.toString());
	}
}
