
package io.github.cnnclassifier.ui;

import io.github.cnnclassifier.workflow.SizeQuestion;

/** The question what to do with a field, in a window. */
public final class SizeDialog implements SizeQuestion {

	private static final Question<Answer> QUESTION = new Question<>(
		"A large image", new String[] { "As one image", "Its ROIs",
			"Map of classes", "Cancel" }, 1, Answer.values(), Answer.CANCEL);

	/** Closing the window counts as Cancel. */
	@Override
	public Answer ask(final String sizes) {
		return QUESTION.ask(() -> sizes +
			".\nIt seems to show many of what the model knows. What shall get a " +
			"class?\n \nIts ROIs: each of the regions that are marked\n" +
			"Map of classes: each place of the image\n" +
			"As one image: the whole image gets one class");
	}
}
