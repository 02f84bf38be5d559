
package io.github.cnnclassifier.launch;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

	/** Waits up to a minute for something that is not null. */
	public static <T> T await(final Supplier<T> sought)
		throws InterruptedException
	{
		T found = sought.get();
		for (int i = 0; i < 1200 && found == null; i++) {
			TimeUnit.MILLISECONDS.sleep(50);
			found = sought.get();
		}
		if (found == null) throw new AssertionError("Waited in vain; shown are " +
			shown().toList());
		return found;
	}

	/** @return the answer of the event thread, which may be null */
	public static <T> T onEventThread(final Supplier<T> asked) throws Exception {
		final List<T> answer = new ArrayList<>();
		EventQueue.invokeAndWait(() -> answer.add(asked.get()));
		return answer.get(0);
	}

	/** @return what is in a container, at any depth */
	public static List<Component> all(final Container container) {
		final List<Component> all = new ArrayList<>();
		for (final Component part : container.getComponents()) {
			all.add(part);
			if (part instanceof final Container inner) all.addAll(all(inner));
		}
		return all;
	}

	/** @return the first part of that type whose accessible name begins so */
	public static <C extends Component> C find(final Container window,
		final Class<C> type, final String accessibleName) throws Exception
	{
		return onEventThread(() -> all(window).stream().filter(type::isInstance)
			.map(type::cast).filter(c -> c.getAccessibleContext()
				.getAccessibleName() != null && c.getAccessibleContext()
					.getAccessibleName().startsWith(accessibleName)).findFirst()
			.orElseThrow(() -> new AssertionError(accessibleName)));
	}
}
