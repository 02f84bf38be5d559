
package io.github.cnnclassifier.launch;

import java.awt.Dialog;
import java.awt.Window;
import java.util.Arrays;
import java.util.stream.Stream;

import javax.swing.JFrame;

/** What a person would see, ready to be answered. */
public final class ShownWindows {

	private ShownWindows() {}

	/**
	 * A modal dialog counts only from when its opener waits for it: one that is
	 * closed in the moment between showing and waiting is waited for without end.
	 *
	 * @param type sought
	 * @return the first of its type; null if there is none
	 */
	public static <W extends Window> W find(final Class<W> type) {
		final W found = shown().filter(type::isInstance).map(type::cast).findFirst()
			.orElse(null);
		if (!(found instanceof final Dialog dialog) || !dialog.isModal())
			return found;
		return waits() >= shown().filter(w -> w instanceof final Dialog d && d
			.isModal()).count() ? found : null;
	}

	/**
	 * Other windows of other tests may still be there.
	 *
	 * @param title what the title begins with
	 * @return the first such window; null if there is none
	 */
	public static JFrame frame(final String title) {
		return shown().filter(JFrame.class::isInstance).map(JFrame.class::cast)
			.filter(frame -> frame.getTitle().startsWith(title)).findFirst().orElse(
				null);
	}

	private static Stream<Window> shown() {
		return Arrays.stream(Window.getWindows()).filter(Window::isShowing);
	}

	/** @return how many times a thread waits for a modal dialog */
	private static long waits() {
		return Thread.getAllStackTraces().values().stream().flatMap(Arrays::stream)
			.filter(frame -> "java.awt.WaitDispatchSupport".equals(frame
				.getClassName()) && "enter".equals(frame.getMethodName())).count();
	}
}
