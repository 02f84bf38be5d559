
package io.github.cnnclassifier.imagej;

import java.awt.Frame;

import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextWindow;

/**
 * A window for rows that the Results table had before. It opens behind what is
 * in front, and what a macro reads next stays the Results table.
 */
final class EarlierResults extends TextWindow {

	private static final long serialVersionUID = 1L;
	private static final int WIDTH = 400;
	private static final int HEIGHT = 300;

	private EarlierResults(final String title) {
		super(title, "", WIDTH, HEIGHT);
	}

	/** The last thing before the window appears, which is in the constructor. */
	@Override
	public void addNotify() {
		setAutoRequestFocus(false);
		super.addNotify();
	}

	/** @param table a copy */
	static void show(final ResultsTable table) {
		final String title = OwnTable.unused("Earlier Results");
		final EarlierResults window = new EarlierResults(title);
		// puts the rows into the window of that title
		table.show(title);
		window.toBack();
		final TextWindow results = ResultsTable.getResultsWindow();
		if (results != null) WindowManager.setWindow((Frame) results);
	}
}
