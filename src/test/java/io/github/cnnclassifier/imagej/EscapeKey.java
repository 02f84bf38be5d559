
package io.github.cnnclassifier.imagej;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.stream.Stream;

import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;

/** A person who presses Escape and answers the question; needs a display. */
public final class EscapeKey {

	private EscapeKey() {}

	/** @param focus the window that has the focus */
	public static void press(final Window focus) {
		onEventThread(() -> focus.dispatchEvent(new KeyEvent(focus,
			KeyEvent.KEY_PRESSED, System.currentTimeMillis(), 0, KeyEvent.VK_ESCAPE,
			(char) KeyEvent.VK_ESCAPE)));
	}

	/** @param text of the button of the question */
	public static void answer(final String text) {
		final JButton button = parts(question()).filter(JButton.class::isInstance)
			.map(JButton.class::cast).filter(b -> b.getText().equals(text))
			.findFirst().orElseThrow();
		onEventThread(button::doClick);
	}

	/** @return null if nothing is asked */
	static JDialog question() {
		onEventThread(() -> {});
		return Arrays.stream(Window.getWindows()).filter(Window::isShowing).filter(
			JDialog.class::isInstance).map(JDialog.class::cast).findFirst().orElse(
				null);
	}

	/** @return the text of the question */
	static String words() {
		return String.join(" ", parts(question()).filter(JLabel.class::isInstance)
			.map(part -> ((JLabel) part).getText()).toList());
	}

	private static Stream<Component> parts(final Container window) {
		return Arrays.stream(window.getComponents()).flatMap(
			part -> part instanceof final Container inner ? Stream.concat(Stream.of(
				part), parts(inner)) : Stream.of(part));
	}

	private static void onEventThread(final Runnable action) {
		try {
			EventQueue.invokeAndWait(action);
		}
		catch (final InterruptedException | InvocationTargetException e) {
			throw new IllegalStateException(e);
		}
	}
}
