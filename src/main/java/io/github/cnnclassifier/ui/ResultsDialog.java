
package io.github.cnnclassifier.ui;

import java.nio.file.Path;
import java.util.Optional;

import io.github.cnnclassifier.workflow.Spending;

/**
 * The question what shall be opened of an evaluation: the images behind its
 * numbers, and the report if one was written.
 */
public final class ResultsDialog {

	/** What a person wants to see. */
	public enum Answer {

			/** The validation images in their place. */
			VALIDATION,
			/** The images. */
			IMAGES,
			/** The report. */
			REPORT,
			/** Both. */
			BOTH,
			/** Neither. */
			NOTHING
	}

	private static final int COLUMNS = 52;
	private static final String LATER =
		"Later, 'Browse CNN Results...' opens the images of a report.";

	private static final Question<Answer> IMAGES = new Question<>(
		"The evaluation is done", new String[] { "Show images", "Close" }, 1,
		new Answer[] { Answer.IMAGES, Answer.NOTHING }, Answer.NOTHING);

	private static final Question<Answer> VALIDATION_OR_IMAGES = new Question<>(
		"The evaluation is done", new String[] { "Show validation images",
			"Show images", "Close" }, 2, new Answer[] { Answer.VALIDATION,
				Answer.IMAGES, Answer.NOTHING }, Answer.NOTHING);

	private static final Question<Answer> VALIDATION_OR_BOTH = new Question<>(
		"The report is written", new String[] { "Show validation images",
			"Show images", "Open report", "Both", "Close" }, 2, new Answer[] {
				Answer.VALIDATION, Answer.IMAGES, Answer.REPORT, Answer.BOTH,
				Answer.NOTHING }, Answer.NOTHING);

	private static final Question<Answer> BOTH = new Question<>(
		"The report is written", new String[] { "Show images", "Open report",
			"Both", "Close" }, 1, new Answer[] { Answer.IMAGES, Answer.REPORT,
				Answer.BOTH, Answer.NOTHING }, Answer.NOTHING);

	/**
	 * Waits until a person has decided; closing the window counts as Close.
	 *
	 * @param page where the report is; empty if there is none
	 * @param spending what it costs to correct the images
	 * @param validation whether there may be validation images to show in their
	 *          place, which are then offered first
	 * @return what to open
	 */
	public Answer ask(final Optional<Path> page, final Spending spending,
		final boolean validation)
	{
		final Question<Answer> question = page.isPresent() ? validation
			? VALIDATION_OR_BOTH : BOTH : validation ? VALIDATION_OR_IMAGES : IMAGES;
		return question.ask(() -> content(page, spending));
	}

	private static Object content(final Optional<Path> page,
		final Spending spending)
	{
		final String images = page.map(file -> "The report is in\n" + file + "\n\n")
			.orElse("") + "The images behind the numbers can be looked at, " +
			"and their classes be corrected.\n" + (page.isPresent() ? LATER : "");
		if (spending.words().isEmpty()) return images;
		final WrappedText note = new WrappedText(spending.words(), COLUMNS);
		note.getAccessibleContext().setAccessibleName("What correcting them costs");
		return new Object[] { images, note };
	}
}
