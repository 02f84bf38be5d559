
package io.github.cnnclassifier.ui;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The question what shall be opened of an evaluation: the images behind its
 * numbers, and the report if one was written.
 */
public final class ResultsDialog {

	/** What a person wants to see. */
	public enum Answer {

			/** The images. */
			IMAGES,
			/** The report. */
			REPORT,
			/** Both. */
			BOTH,
			/** Neither. */
			NOTHING
	}

	private static final String LATER =
		"Later, 'Browse CNN Results...' opens the images of a report.";

	private static final Question<Answer> IMAGES = new Question<>(
		"The evaluation is done", new String[] { "Show images", "Close" }, 1,
		new Answer[] { Answer.IMAGES, Answer.NOTHING }, Answer.NOTHING);

	private static final Question<Answer> BOTH = new Question<>(
		"The report is written", new String[] { "Show images", "Open report",
			"Both", "Close" }, 1, new Answer[] { Answer.IMAGES, Answer.REPORT,
				Answer.BOTH, Answer.NOTHING }, Answer.NOTHING);

	/**
	 * Waits until a person has decided; closing the window counts as Close.
	 *
	 * @param page where the report is; empty if there is none
	 * @return what to open
	 */
	public Answer ask(final Optional<Path> page) {
		return page.isPresent() ? BOTH.ask(() -> "The report is in\n" + page.get() +
			"\n\nThe images behind its numbers can be looked at, and their " +
			"classes be corrected.\n" + LATER) : IMAGES.ask(
				() -> "The images behind the numbers can be looked at, and their " +
					"classes be corrected.");
	}
}
