
package io.github.cnnclassifier.imagej;

import java.util.function.Predicate;

import ij.measure.ResultsTable;

/** ImageJ's own Results table, the one that macros read. */
public final class SystemResults {

	private SystemResults() {}

	/**
	 * Shows the table in its window, if there is a display.
	 *
	 * @param table ImageJ's own Results table
	 */
	public static void show(final ResultsTable table) {
		// other runs may be appending rows
		synchronized (table) {
			table.show("Results");
		}
	}

	/**
	 * Takes all rows away. Those of something else are kept in a window of their
	 * own if there is a display, behind that of the Results table.
	 *
	 * @param ours tells of a table with rows whether they are from the same kind
	 *          of run and so may be dropped
	 */
	static void empty(final Predicate<ResultsTable> ours) {
		final ResultsTable table = ResultsTable.getResultsTable();
		final boolean shown = table.size() > 0 && Hosts.hasWindow();
		if (shown && !ours.test(table)) EarlierResults.show((ResultsTable) table
			.clone());
		table.reset();
		// the window would keep its lines if one row more is shown next
		if (shown) show(table);
	}
}
