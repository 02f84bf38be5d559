
package io.github.cnnclassifier.command;

import java.util.ArrayList;
import java.util.List;

import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextWindow;
import io.github.cnnclassifier.imagej.OwnTable;

/** The tables that a person sees beside the Results table. */
final class OwnTables {

	private OwnTables() {}

	static List<TextWindow> windows() {
		final List<TextWindow> windows = new ArrayList<>();
		final String[] titles = WindowManager.getNonImageTitles();
		for (final String title : titles) {
			if (WindowManager.getFrame(title) instanceof final TextWindow window &&
				window.getResultsTable() instanceof OwnTable) windows.add(window);
		}
		return windows;
	}

	static List<String> titles() {
		return windows().stream().map(TextWindow::getTitle).sorted().toList();
	}

	/** @return null if there is none of that title */
	static ResultsTable of(final String title) {
		return windows().stream().filter(window -> window.getTitle().equals(title))
			.map(TextWindow::getResultsTable).findFirst().orElse(null);
	}

	static void close() {
		windows().forEach(window -> window.close(false));
	}
}
