
package io.github.cnnclassifier.ui;

import java.nio.file.Path;

/**
 * Asks whether labels that are there belong to an image that has but a title to
 * be known by.
 */
public final class FormerLabelsDialog {

	/** What a person says. */
	public enum Answer {
			/** It is the same image. */
			SAME,
			/** It is another one of that title. */
			OTHER,
			/** Nothing more is wanted. */
			CANCEL
	}

	private static final Question<Answer> QUESTION = new Question<>(
		"Labels of the same image?", new String[] { "The same: go on with them",
			"Another image: begin anew", "Cancel" }, 1, Answer.values(),
		Answer.CANCEL);

	/**
	 * Waits until a person has decided; closing the window counts as Cancel.
	 *
	 * @param title of the image
	 * @param labels a file that exists
	 * @return the answer
	 */
	public Answer ask(final String title, final Path labels) {
		return QUESTION.ask(() -> Plain.text("An image called '" + title +
			"' was labeled before:\n" + labels +
			"\nIs it this very image, with the same pixels?"));
	}
}
