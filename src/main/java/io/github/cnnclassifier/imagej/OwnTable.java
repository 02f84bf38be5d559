
package io.github.cnnclassifier.imagej;

import java.util.function.Consumer;

import ij.WindowManager;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.report.Table;

/**
 * A table in a window of its own, which tells by its title what it is of. It is
 * shown as soon as it has rows; the host need not show it again.
 */
public final class OwnTable extends ResultsTable {

	private final String title;

	private OwnTable(final String title) {
		this.title = title;
	}

	/** @return what its window is called */
	@Override
	public String getTitle() {
		return title;
	}

	/**
	 * Adds rows to the table of that title, or to a new one if there is none or
	 * its window was closed. Several runs may do so at once.
	 */
	static OwnTable append(final String title, final Table rows) {
		synchronized (OwnTable.class) {
			final OwnTable table = ResultsTable.getResultsTable(
				title) instanceof OwnTable open ? open : new OwnTable(unused(title));
			TableRows.append(table, rows);
			table.show(table.title);
			return table;
		}
	}

	/**
	 * A new table. Another window of that title stays as it is, and a number
	 * tells the new one from it.
	 */
	static OwnTable of(final String title, final Consumer<ResultsTable> rows) {
		synchronized (OwnTable.class) {
			final OwnTable table = new OwnTable(unused(title));
			rows.accept(table);
			table.show(table.title);
			return table;
		}
	}

	/** ImageJ would put a second table into the window of the first. */
	static String unused(final String title) {
		String name = title;
		for (int i = 2; WindowManager.getWindow(name) != null; i++) {
			name = title + " (" + i + ")";
		}
		return name;
	}
}
