
package io.github.cnnclassifier.imagej;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.report.InspectionTables;

/** The tables of an inspection as ImageJ shows them. */
public final class InspectionWindows {

	private static final String OWN_COLUMN = "different";

	private InspectionWindows() {}

	/**
	 * @param audit an inspection
	 * @return a new table with a row per image
	 */
	public static ResultsTable images(final DataAudit audit) {
		final ResultsTable table = new ResultsTable();
		TableRows.append(table, InspectionTables.images(audit));
		return table;
	}

	/**
	 * @param audit an inspection
	 * @return ImageJ's own Results table, emptied and filled with one row per
	 *         class. Rows of something else are kept in a window of their own if
	 *         there is a display
	 */
	public static ResultsTable classes(final DataAudit audit) {
		final ResultsTable table = SystemResults.emptied(InspectionWindows::isOurs);
		TableRows.append(table, InspectionTables.classes(audit));
		return table;
	}

	/** No other table has this column. */
	private static boolean isOurs(final ResultsTable table) {
		return table.columnExists(OWN_COLUMN);
	}
}
