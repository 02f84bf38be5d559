
package io.github.cnnclassifier.tour;

import static io.github.cnnclassifier.launch.ShownWindows.all;
import static io.github.cnnclassifier.launch.ShownWindows.onEventThread;

import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.io.File;
import java.nio.file.Path;

import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;

import io.github.cnnclassifier.launch.ShownWindows;

/** The window of training in the hands of a person. */
final class TrainSteps {

	private static final int SECONDS_TO_READ = 120;
	private static final int SECONDS_TO_LEARN = 900;
	private static final String AGAIN = "Train again with corrections";

	private final Desk desk;
	private JFrame window;

	TrainSteps(final Desk desk) {
		this.desk = desk;
	}

	JFrame window() {
		return window;
	}

	void open() throws Exception {
		desk.menu("Plugins", "CNN Classifier", "Train CNN Classifier...");
		seeOpen();
	}

	/** It was opened by something else. */
	void seeOpen() throws Exception {
		window = desk.frame("Train a classifier");
	}

	/** Chooses a folder of the home. */
	void browse(final Path folder) throws Exception {
		desk.press(window, "Browse");
		chooseFolder(desk, folder);
	}

	/** In the dialog for folders that is open. */
	static void chooseFolder(final Desk desk, final Path folder)
		throws Exception
	{
		final JDialog dialog = desk.window(JDialog.class);
		final JFileChooser chooser = onEventThread(() -> (JFileChooser) all(dialog)
			.stream().filter(JFileChooser.class::isInstance).findFirst()
			.orElseThrow());
		final JList<?> list = onEventThread(() -> (JList<?>) all(chooser).stream()
			.filter(part -> part instanceof JList && part.isShowing()).findFirst()
			.orElseThrow());
		final Rectangle cell = desk.await("the folder " + folder, 10, () -> cellOf(
			list, folder));
		// a click beside a short name chooses nothing
		desk.hand().click(list, new Rectangle(cell.x, cell.y, cell.height,
			cell.height));
		desk.press(dialog, "Choose");
	}

	private static Rectangle cellOf(final JList<?> list, final Path folder) {
		try {
			return onEventThread(() -> {
				for (int i = 0; i < list.getModel().getSize(); i++)
					if (list.getModel().getElementAt(i) instanceof final File file && file
						.getName().equals(folder.getFileName().toString())) return list
							.getCellBounds(i, i);
				return null;
			});
		}
		catch (final Exception e) {
			throw new IllegalStateException(e);
		}
	}

	/** Waits until Train can be pressed. */
	void awaitReady() throws Exception {
		desk.await("Train, of which the window says: " + reason(), SECONDS_TO_READ,
			() -> Desk.button(window, "Train"));
	}

	/** @return what the window says is to be done */
	String reason() throws Exception {
		return onEventThread(() -> all(window).stream().filter(
			part -> part instanceof JTextArea && "What is to be done".equals(part
				.getAccessibleContext().getAccessibleName())).map(
					part -> ((JTextArea) part).getText()).findFirst().orElse(""));
	}

	void awaitReason(final String part) throws Exception {
		desk.await("the words '" + part + "'", 30, () -> {
			try {
				return reason().contains(part) ? true : null;
			}
			catch (final Exception e) {
				throw new IllegalStateException(e);
			}
		});
	}

	JTextField field(final String name) throws Exception {
		return ShownWindows.find(window, JTextField.class, name);
	}

	/** @return the row of a class */
	int row(final String label) throws Exception {
		final JTable table = ShownWindows.find(window, JTable.class, "Classes");
		return onEventThread(() -> {
			for (int i = 0; i < table.getRowCount(); i++)
				if (label.equals(table.getValueAt(i, 1))) return i;
			throw new AssertionError("No class " + label);
		});
	}

	Object cell(final String label, final int column) throws Exception {
		final JTable table = ShownWindows.find(window, JTable.class, "Classes");
		final int row = row(label);
		return onEventThread(() -> table.getValueAt(row, column));
	}

	/** Changes a number under Advanced. */
	void setNumber(final String name, final int value) throws Exception {
		final JSpinner spinner = ShownWindows.find(window, JSpinner.class, name);
		final JTextField line = onEventThread(() -> (JTextField) all(spinner)
			.stream().filter(JTextField.class::isInstance).findFirst().orElseThrow());
		onEventThread(() -> {
			// what lies below is scrolled to, which a person does by the wheel
			line.scrollRectToVisible(new Rectangle(line.getSize()));
			return null;
		});
		desk.hand().typeOver(line, String.valueOf(value));
		desk.hand().key(KeyEvent.VK_ENTER);
	}

	void train() throws Exception {
		desk.press(window, "Train", SECONDS_TO_READ);
	}

	/** Waits until the network has begun to learn. */
	void awaitEpochs() throws Exception {
		desk.await("an epoch", SECONDS_TO_LEARN, () -> Desk.button(window,
			"Stop and keep"));
		desk.awaitThat("figures of an epoch", SECONDS_TO_LEARN, () -> all(window)
			.stream().anyMatch(part -> part instanceof final JLabel label && label
				.getText() != null && label.getText().matches("Right on.* %.*")) ||
			hasResult());
	}

	private boolean hasResult() {
		return all(window).stream().anyMatch(
			part -> part instanceof final AbstractButton button && AGAIN.equals(button
				.getText()));
	}

	/** Waits until the card says how good the model is on hidden images. */
	void awaitResult() throws Exception {
		desk.await("the result", SECONDS_TO_LEARN, () -> Desk.button(window,
			AGAIN));
		desk.awaitThat("the figures on hidden images", 120, () -> all(window)
			.stream().anyMatch(part -> part instanceof final JLabel label && label
				.getText() != null && label.getText().contains("valuated on ")));
	}

	/** @return the verdict in words */
	String verdict() throws Exception {
		return onEventThread(() -> all(window).stream().filter(
			part -> part instanceof JTextArea && "How good it is".equals(part
				.getAccessibleContext().getAccessibleName())).map(
					part -> ((JTextArea) part).getText()).findFirst().orElse(""));
	}

	void trainAgain() throws Exception {
		desk.press(window, AGAIN);
	}
}
