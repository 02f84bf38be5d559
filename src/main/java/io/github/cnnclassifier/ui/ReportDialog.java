
package io.github.cnnclassifier.ui;

import java.nio.file.Path;

/** The question whether a report that was written shall be opened. */
public final class ReportDialog {

	private static final Question<Boolean> QUESTION = new Question<>(
		"The report is written", new String[] { "Open", "Close" }, 0,
		new Boolean[] { true, false }, false);

	/**
	 * Waits until a person has decided; closing the window counts as Close.
	 *
	 * @param page where the report is
	 * @return whether to open it
	 */
	public boolean asksToOpen(final Path page) {
		return QUESTION.ask(() -> "The report is in\n" + page);
	}
}
