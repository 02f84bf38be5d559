
package io.github.cnnclassifier.imagej;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.report.InspectionTables;

/** The tables of an inspection as ImageJ shows them. */
public final class InspectionWindows {

	private static final String OWN_COLUMN = "different";

	private InspectionWindows() {}

	/**
	 * @param tables of the command
	 * @param name of the labeled images
	 * @param audit an inspection
	 * @return a new table with a row per image
	 */
	public static ResultsTable images(final CommandTables tables,
		final String name, final DataAudit audit)
	{
		return tables.apart("Inspection of " + name + " (images)", InspectionTables
			.images(audit));
	}

	/**
	 * @param tables of the command
	 * @param name of the labeled images
	 * @param audit an inspection
	 * @return a table with a row per class alone
	 */
	public static ResultsTable classes(final CommandTables tables,
		final String name, final DataAudit audit)
	{
		return tables.alone("Inspection of " + name + " (classes)",
			InspectionWindows::isOurs, table -> TableRows.append(table,
				InspectionTables.classes(audit)));
	}

	/** No other table has this column. */
	private static boolean isOurs(final ResultsTable table) {
		return table.columnExists(OWN_COLUMN);
	}
}
