
package io.github.cnnclassifier.command;

import java.io.IOException;
import java.nio.file.Path;

import ij.plugin.BrowserLauncher;
import io.github.cnnclassifier.imagej.CommandRun;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.ui.ReportDialog;

/** What becomes of a page that a run has written. */
final class WrittenReport {

	private WrittenReport() {}

	/**
	 * Says where the page is, and offers to open it if somebody is there to ask.
	 *
	 * @param page that was written
	 * @param command that has written it and has nothing else to do
	 * @param progress is told
	 */
	static void tell(final Path page, final ClassifierCommand command,
		final Progress progress)
	{
		final Path full = page.toAbsolutePath().normalize();
		progress.message("The report is in '" + full + "'.");
		if (command.isFromDialog() && CommandRun.askWhenDone(command,
			() -> new ReportDialog().asksToOpen(full))) open(full, progress);
	}

	/**
	 * @param page that was written
	 * @param progress is told if there is no browser
	 */
	static void open(final Path page, final Progress progress) {
		try {
			BrowserLauncher.openURL(page.toUri().toString());
		}
		catch (final IOException e) {
			progress.message("The report cannot be opened from here: " + e
				.getMessage() + ". Open it in a browser.");
		}
	}
}
