
package io.github.cnnclassifier.command;

import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Label;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

import javax.swing.AbstractButton;
import javax.swing.JFrame;

import ij.IJ;
import ij.ImageJ;
import ij.gui.GenericDialog;
import ij.gui.MessageDialog;
import ij.gui.MultiLineLabel;
import io.github.cnnclassifier.launch.ShownWindows;

/** Plain ImageJ with its windows, used as a person would; needs a display. */
public final class GuiImageJ {

	private static final int TRIES = 1200;

	private GuiImageJ() {}

	/**
	 * With our menu entries, in an empty plugins folder, and with dialogs that
	 * remember nothing of earlier tests.
	 *
	 * @param folder that gets the plugins folder
	 * @return the main window
	 */
	public static ImageJ start(final Path folder) throws IOException,
		BackingStoreException
	{
		Preferences.userRoot().node("io/github/cnnclassifier").removeNode();
		PluginsFolder.in(folder);
		return new ImageJ();
	}

	/**
	 * Chooses a menu entry, once no earlier one runs: ImageJ's recorder knows one
	 * command at a time, and a command that ends late would take the next one's
	 * line with it.
	 */
	static GenericDialog dialogOf(final String label)
		throws InterruptedException
	{
		await(() -> runsACommand() ? null : true);
		IJ.doCommand(label);
		return label.startsWith("Train CNN") ? leaveTrainWindow() : await(
			() -> find(GenericDialog.class));
	}

	/**
	 * Training has a window, which leads to the dialog and is closed here, so
	 * that the next test does not find it.
	 *
	 * @return the dialog
	 */
	static GenericDialog leaveTrainWindow() throws InterruptedException {
		final JFrame window = await(GuiImageJ::trainWindow);
		final AbstractButton button = await(() -> button(window, "All settings"));
		onEventThread(button::doClick);
		final GenericDialog dialog = await(() -> find(GenericDialog.class));
		onEventThread(window::dispose);
		return dialog;
	}

	private static void onEventThread(final Runnable deed)
		throws InterruptedException
	{
		try {
			EventQueue.invokeAndWait(deed);
		}
		catch (final InvocationTargetException e) {
			throw new IllegalStateException(e);
		}
	}

	/** @return the window of training; null if it is not shown */
	static JFrame trainWindow() {
		return Arrays.stream(Window.getWindows()).filter(w -> w.isShowing() &&
			w instanceof final JFrame frame && frame.getTitle().startsWith(
				"Train a classifier")).map(JFrame.class::cast).findFirst().orElse(null);
	}

	/** @return the first whose text begins so; null if there is none */
	static AbstractButton button(final Container window, final String text) {
		for (final Component part : window.getComponents()) {
			if (part instanceof final AbstractButton button && button
				.getText() != null && button.getText().startsWith(text)) return button;
			if (part instanceof final Container inner) {
				final AbstractButton found = button(inner, text);
				if (found != null) return found;
			}
		}
		return null;
	}

	/** Types into the text fields in order; null leaves one as it is. */
	static void fill(final GenericDialog dialog, final String... texts)
		throws InterruptedException, InvocationTargetException
	{
		EventQueue.invokeAndWait(() -> {
			for (int i = 0; i < texts.length; i++) {
				final TextField field = (TextField) dialog.getStringFields().get(i);
				if (texts[i] != null) field.setText(texts[i]);
			}
		});
	}

	/**
	 * Types into the dialog of training.
	 *
	 * @param model its last text field; null leaves it as it is
	 * @param texts of the first ones: images, exclude, groups, start, network,
	 *          epochs; null leaves one as it is
	 */
	static void fillTraining(final GenericDialog dialog, final String model,
		final String... texts) throws InterruptedException,
		InvocationTargetException
	{
		final String[] all = Arrays.copyOf(texts, dialog.getStringFields().size());
		all[all.length - 1] = model;
		fill(dialog, all);
	}

	static void ok(final GenericDialog dialog) throws InterruptedException,
		InvocationTargetException
	{
		press(dialog, dialog.getButtons()[0]);
	}

	static void cancel(final GenericDialog dialog) throws InterruptedException,
		InvocationTargetException
	{
		press(dialog, dialog.getButtons()[1]);
	}

	/** @return null if none is shown, or is not ready to be answered yet */
	static <W extends Window> W find(final Class<W> type) {
		return ShownWindows.find(type);
	}

	/** Waits for a window whose title begins so. */
	static JFrame frame(final String title) throws InterruptedException {
		return await(() -> ShownWindows.frame(title));
	}

	/** Waits up to a minute for something that is not null. */
	static <T> T await(final Supplier<T> sought) throws InterruptedException {
		for (int i = 0; i < TRIES; i++) {
			final T found = sought.get();
			if (found != null) return found;
			TimeUnit.MILLISECONDS.sleep(50);
		}
		throw new IllegalStateException("Waited in vain; shown are " + Arrays
			.stream(Window.getWindows()).filter(Window::isShowing).toList() +
			", and the log says " + IJ.getLog());
	}

	/** Whether a thread other than this one runs a menu entry of ImageJ. */
	private static boolean runsACommand() {
		return Thread.getAllStackTraces().keySet().stream().filter(t -> t != Thread
			.currentThread()).anyMatch(t -> t.getName().startsWith("Run$_"));
	}

	/** Presses a button of these words, at any depth. */
	static void press(final Container window, final String label)
		throws InterruptedException, InvocationTargetException
	{
		final Button button = awtButton(window, label);
		if (button == null) throw new IllegalStateException("No '" + label + "'");
		EventQueue.invokeAndWait(() -> {
			for (final ActionListener listener : button.getActionListeners())
				listener.actionPerformed(new ActionEvent(button,
					ActionEvent.ACTION_PERFORMED, label));
		});
	}

	/** @return a button of AWT; null if there is none */
	static Button awtButton(final Container window, final String label) {
		for (final Component part : window.getComponents()) {
			if (part instanceof final Button button && button.getLabel().equals(
				label)) return button;
			final Button inner = part instanceof final Container container
				? awtButton(container, label) : null;
			if (inner != null) return inner;
		}
		return null;
	}

	/** Writes what is on the screen, for somebody to see. */
	static void picture(final Window window, final String name) throws Exception {
		WindowShots.save(window, name);
	}

	private static void press(final GenericDialog dialog, final Button button)
		throws InterruptedException, InvocationTargetException
	{
		EventQueue.invokeAndWait(() -> dialog.actionPerformed(new ActionEvent(
			button, ActionEvent.ACTION_PERFORMED, button.getLabel())));
	}

	/** Presses OK of a message and returns what it said. */
	static String close(final Dialog message) throws Exception {
		final String words = words(message);
		EventQueue.invokeAndWait(() -> ((MessageDialog) message).actionPerformed(
			new ActionEvent(message, 0, "OK")));
		return words;
	}

	static String words(final Container window) {
		final StringBuilder words = new StringBuilder();
		for (final Component part : window.getComponents()) {
			if (part instanceof final Label label) words.append(label.getText());
			else if (part instanceof final MultiLineLabel lines) words.append(linesOf(
				lines));
			else if (part instanceof final Container inner) words.append(words(
				inner));
		}
		return words.toString();
	}

	/** It shows them, and tells them nobody. */
	private static String linesOf(final MultiLineLabel label) {
		try {
			final Field lines = MultiLineLabel.class.getDeclaredField("lines");
			lines.setAccessible(true);
			return String.join(" ", (String[]) lines.get(label));
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}
}
