
package io.github.cnnclassifier.imagej;

import java.util.function.Consumer;

import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextWindow;
import io.github.cnnclassifier.report.Table;

/**
 * A table in a window of its own, which tells by its title what it is of. It is
 * shown as soon as it has rows; the host need not show it again.
 */
public final class OwnTable extends ResultsTable {

	private final String title;
	/** Of this table and of the copy that its window shows. */
	private final RowChoice choice = new RowChoice();

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
	 * its window was closed. Several runs may do so at once. Who clicks on a row
	 * is shown where its thing is.
	 */
	static OwnTable append(final String title, final Table rows,
		final RowPlaces places)
	{
		synchronized (OwnTable.class) {
			final OwnTable table = ResultsTable.getResultsTable(
				title) instanceof OwnTable open ? open : new OwnTable(unused(title));
			final int before = table.size();
			TableRows.append(table, rows);
			table.choice.add(places, table, before);
			table.show(table.title);
			if (WindowManager.getFrame(
				table.title) instanceof final TextWindow window)
			{
				if (before == 0) BesideImage.place(window);
				table.choice.listenTo(window.getTextPanel());
			}
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
