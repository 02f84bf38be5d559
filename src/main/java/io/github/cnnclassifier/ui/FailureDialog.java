
package io.github.cnnclassifier.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.failure.Mend;

/**
 * Tells of a failure where there is a dialog that can come back, with a button
 * for each way to mend it.
 */
public final class FailureDialog {

	/**
	 * What a person wants.
	 *
	 * @param mend the change that was chosen; empty for none
	 * @param isCanceled whether nothing more is wanted; else the dialog comes
	 *          back, unless a change was chosen
	 */
	public record Answer(Optional<Mend> mend, boolean isCanceled) {

		/** The dialog comes back. */
		public static final Answer BACK = new Answer(Optional.empty(), false);

		/** Nothing more is done. */
		public static final Answer CANCEL = new Answer(Optional.empty(), true);
	}

	/**
	 * Waits until a person has decided; closing the window counts as Cancel.
	 *
	 * @param title of the window, the label of the command
	 * @param words on what failed
	 * @param mends of it
	 * @return what to do
	 */
	public Answer ask(final String title, final String words,
		final List<Mend> mends)
	{
		final List<String> buttons = new ArrayList<>();
		final List<Answer> answers = new ArrayList<>();
		for (final Mend mend : mends) {
			buttons.add(Plain.text(mend.words()));
			answers.add(new Answer(Optional.of(mend), false));
		}
		buttons.add("Back to the dialog");
		answers.add(Answer.BACK);
		buttons.add("Cancel");
		answers.add(Answer.CANCEL);
		return new Question<>(title, buttons.toArray(String[]::new), mends.size(),
			answers.toArray(Answer[]::new), Answer.CANCEL).ask(() -> Plain.text(
				words));
	}
}
