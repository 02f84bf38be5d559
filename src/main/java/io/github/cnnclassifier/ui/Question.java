
package io.github.cnnclassifier.ui;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import javax.swing.JOptionPane;

import ij.IJ;

/**
 * A question in a window with a button for each answer.
 *
 * @param title of the window
 * @param buttons one for each answer, in the order of the answers
 * @param preselected 0-based index of the button that Enter presses
 * @param answers what the buttons stand for
 * @param closed the answer of who closes the window
 * @param <A> an answer
 */
record Question<A>(String title, String[] buttons, int preselected, A[] answers,
		A closed)
{

	/**
	 * Waits until a person has decided.
	 *
	 * @param content what is shown, made on the event thread
	 * @return the answer; that of a closed window if the waiting thread is
	 *         interrupted, which it then still is
	 */
	A ask(final Supplier<Object> content) {
		final AtomicReference<A> answer = new AtomicReference<>(closed);
		try {
			EventQueue.invokeAndWait(() -> answer.set(show(content.get())));
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

	private A show(final Object content) {
		final int button = JOptionPane.showOptionDialog(IJ.getInstance(), content,
			title, JOptionPane.DEFAULT_OPTION, JOptionPane.QUESTION_MESSAGE, null,
			buttons, buttons[preselected]);
		return button < 0 ? closed : answers[button];
	}
}
