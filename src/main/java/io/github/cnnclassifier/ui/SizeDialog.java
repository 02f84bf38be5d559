
package io.github.cnnclassifier.ui;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicReference;

import javax.swing.JOptionPane;

import ij.IJ;
import io.github.cnnclassifier.workflow.SizeQuestion;

/** The question what to do with a field, in a window. */
public final class SizeDialog implements SizeQuestion {

	private static final String[] BUTTONS = { "As one image", "Its ROIs",
		"Map of classes", "Cancel" };

	/** Closing the window counts as Cancel. */
	@Override
	public Answer ask(final String sizes) {
		final AtomicReference<Answer> answer = new AtomicReference<>(Answer.CANCEL);
		try {
			EventQueue.invokeAndWait(() -> answer.set(show(sizes)));
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		catch (final InvocationTargetException e) {
			throw new IllegalStateException("The question could not be shown", e
				.getCause());
		}
		return answer.get();
	}

	private static Answer show(final String sizes) {
		final int button = JOptionPane.showOptionDialog(IJ.getInstance(), sizes +
			".\nIt seems to show many of what the model knows. What shall get a " +
			"class?\n \nIts ROIs: each of the regions that are marked\n" +
			"Map of classes: each place of the image\n" +
			"As one image: the whole image gets one class", "A large image",
			JOptionPane.DEFAULT_OPTION, JOptionPane.QUESTION_MESSAGE, null, BUTTONS,
			BUTTONS[1]);
		return button < 0 ? Answer.CANCEL : Answer.values()[button];
	}
}
