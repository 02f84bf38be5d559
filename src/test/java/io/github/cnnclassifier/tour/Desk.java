
package io.github.cnnclassifier.tour;

import static io.github.cnnclassifier.launch.ShownWindows.all;
import static io.github.cnnclassifier.launch.ShownWindows.onEventThread;

import java.awt.Button;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JFrame;
import javax.swing.JLabel;

import ij.IJ;
import ij.ImageJ;
import ij.WindowManager;
import ij.text.TextWindow;
import io.github.cnnclassifier.launch.ShownWindows;

/**
 * A small screen with plain ImageJ on it, and a person before it. At each step
 * all windows are looked at: one that does not fit, or words that are cut off,
 * are told in the end.
 */
final class Desk {

	/** As wide and high as the screen of a small laptop. */
	static final Rectangle SCREEN = new Rectangle(1366, 768);
	/** Below windows: here desktops have their bar. */
	static final int TASK_BAR = 40;

	private static final Color BAR_COLOR = new Color(0xC8CCD2);
	private static final int MILLIS_BETWEEN_LOOKS = 50;
	private static final int SECONDS_TO_CLEAR = 20;
	private static final int MILLIS_TO_COME_BACK = 300;

	private final ImageJ imageJ;
	private final Hand hand;
	private final boolean menus;
	/** Null if nobody wants pictures. */
	private final Path pictures;
	private final Set<String> faults = new LinkedHashSet<>();

	/**
	 * @param imageJ that is shown
	 * @param pictures folder for pictures; empty for none
	 * @param pause milliseconds between two movements of the hand
	 * @param menus whether entries of menus are taken by mouse, which needs more
	 *          than Java gives by itself
	 */
	Desk(final ImageJ imageJ, final Optional<Path> pictures, final int pause,
		final boolean menus) throws Exception
	{
		this.imageJ = imageJ;
		this.pictures = pictures.orElse(null);
		this.menus = menus;
		hand = new Hand(room(), pause);
	}

	/** @return where windows have room */
	static Rectangle room() {
		return new Rectangle(0, 0, SCREEN.width, SCREEN.height - TASK_BAR);
	}

	Hand hand() {
		return hand;
	}

	/** @return what is wrong with the windows so far, sentences */
	List<String> faults() {
		return List.copyOf(faults);
	}

	/** Something is wrong that no look at the windows tells. */
	void fault(final String words) {
		faults.add(words);
	}

	/** Takes an entry of ImageJ's menus. */
	void menu(final String... labels) throws Exception {
		if (menus) hand.choose(MenuPlace.of(imageJ.getMenuBar(), List.of(labels)));
		else {
			IJ.doCommand(labels[labels.length - 1]);
			hand.count(Hand.CLICKS_OF_A_MENU);
		}
	}

	/** Looks at all windows, and takes a picture of the screen. */
	void step(final String picture) throws Exception {
		final Window focused = KeyboardFocusManager.getCurrentKeyboardFocusManager()
			.getFocusedWindow();
		// as on desktops where what is used is in front
		if (focused != null) EventQueue.invokeAndWait(focused::toFront);
		// what was drawn last is seen too
		TimeUnit.MILLISECONDS.sleep(pictures == null ? 100 : 700);
		look();
		if (pictures == null) return;
		final BufferedImage shot = new Robot().createScreenCapture(SCREEN);
		final Graphics bar = shot.getGraphics();
		bar.setColor(BAR_COLOR);
		bar.fillRect(0, SCREEN.height - TASK_BAR, SCREEN.width, TASK_BAR);
		bar.dispose();
		ImageIO.write(shot, "png", pictures.resolve(picture + ".png").toFile());
	}

	private void look() throws Exception {
		awaitThat("a status line that says nothing of canceling", 5, () -> all(
			imageJ).stream().noneMatch(part -> part instanceof final JLabel line &&
				line.getText() != null && line.getText().startsWith(
					"Command canceled")));
		for (final Window window : Window.getWindows()) {
			final String type = window.getClass().getName();
			if (window.isShowing() && !type.contains("HeavyWeight") && window
				.getType() != Window.Type.POPUP) faults.addAll(WindowFaults.of(window,
					room()));
		}
	}

	/** Waits for a window whose title begins so. */
	JFrame frame(final String title) throws Exception {
		return await("the window '" + title + "'", 60, () -> ShownWindows.frame(
			title));
	}

	/** Waits for a window that is ready to be answered. */
	<W extends Window> W window(final Class<W> type) throws Exception {
		return await("a " + type.getSimpleName(), 60, () -> ShownWindows.find(
			type));
	}

	/** Waits for a dialog whose title begins so. */
	Dialog dialog(final String title) throws Exception {
		return await("the dialog '" + title + "'", 60, () -> {
			final Dialog found = ShownWindows.find(Dialog.class);
			return found != null && found.getTitle().startsWith(title) ? found : null;
		});
	}

	/**
	 * Waits for something that is not null; asked on this thread.
	 *
	 * @param what it is, for whoever waits in vain
	 * @param seconds how long
	 */
	<T> T await(final String what, final int seconds, final Supplier<T> sought)
		throws Exception
	{
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
		while (true) {
			final T found = sought.get();
			if (found != null) return found;
			if (System.nanoTime() > end) throw new AssertionError(
				"Waited in vain for " + what + "; shown are " + Arrays.stream(Window
					.getWindows()).filter(Window::isShowing).map(Words::of).toList() +
					", and the log says " + IJ.getLog());
			TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
		}
	}

	/** Waits until something on the event thread is so. */
	void awaitThat(final String what, final int seconds,
		final Supplier<Boolean> sought) throws Exception
	{
		await(what, seconds, () -> {
			try {
				return onEventThread(sought) ? true : null;
			}
			catch (final Exception e) {
				throw new IllegalStateException(what, e);
			}
		});
	}

	/** Clicks a button of Swing, once it can be pressed. */
	void press(final Container window, final String text) throws Exception {
		press(window, text, 60);
	}

	/** @param seconds that it may stay gray */
	void press(final Container window, final String text, final int seconds)
		throws Exception
	{
		hand.click(await("the button '" + text + "'", seconds, () -> button(window,
			text)));
	}

	/** @return null if there is none that can be pressed */
	static AbstractButton button(final Container window, final String text) {
		try {
			return onEventThread(() -> all(window).stream().filter(
				AbstractButton.class::isInstance).map(AbstractButton.class::cast)
				.filter(b -> b.getText() != null && b.getText().startsWith(text) && b
					.isShowing() && b.isEnabled()).findFirst().orElse(null));
		}
		catch (final Exception e) {
			throw new IllegalStateException(text, e);
		}
	}

	/** Clicks a button of AWT. */
	void pressAwt(final Container window, final String text) throws Exception {
		final Component button = onEventThread(() -> all(window).stream().filter(
			part -> part instanceof final Button b && text.equals(b.getLabel()
				.strip())).findFirst().orElse(null));
		if (button == null) throw new AssertionError(Words.of(window) + " has no " +
			text);
		hand.click(button);
	}

	/** Closes a window as by its corner, which counts as a click. */
	void close(final Window window) throws Exception {
		EventQueue.invokeLater(() -> window.dispatchEvent(new WindowEvent(window,
			WindowEvent.WINDOW_CLOSING)));
		hand.count(1);
		await("the end of " + Words.of(window), 30, () -> window.isShowing() ? null
			: true);
	}

	/**
	 * Puts everything away, for the next tour, also after one that failed in the
	 * middle: a dialog that asks ends others behind it, or brings them back.
	 */
	void clear() throws Exception {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(
			SECONDS_TO_CLEAR);
		for (List<Window> open = open(); !open.isEmpty(); open = open()) {
			if (System.nanoTime() > end) throw new AssertionError("Still open: " +
				open.stream().map(Words::of).toList());
			for (final Window window : open)
				EventQueue.invokeAndWait(window instanceof Dialog ? () -> window
					.dispatchEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSING))
					: window::dispose);
			Thread.sleep(MILLIS_TO_COME_BACK);
		}
		IJ.runMacro("close('*');");
		for (final String title : WindowManager.getNonImageTitles())
			if (WindowManager.getFrame(title) instanceof final TextWindow text) text
				.close(false);
	}

	/** Dialogs first. */
	private static List<Window> open() throws Exception {
		return onEventThread(() -> Arrays.stream(Window.getWindows()).filter(
			window -> window.isShowing() && (window instanceof JFrame ||
				window instanceof Dialog)).sorted(Comparator.comparing(
					window -> window instanceof JFrame)).toList());
	}
}
