
package io.github.cnnclassifier.command;

import static io.github.cnnclassifier.launch.ShownWindows.all;
import static io.github.cnnclassifier.launch.ShownWindows.onEventThread;

import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.JList;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.plugin.frame.RoiManager;

/**
 * Cells of the sample field that somebody labels who knows them, in the window
 * of the menu. Needs a display.
 */
final class LabeledField {

	static final List<String> CLASSES = List.of("interphase", "mitotic",
		"apoptotic");

	private final ImagePlus field = FieldMap.field();
	private final RoiManager manager = new RoiManager();
	private final Map<String, String> truth = new HashMap<>();
	private final JFrame window;
	private final JList<?> grid;

	/** @param labels file for the labels */
	LabeledField(final Path labels) throws Exception {
		for (final String line : Files.readAllLines(PlainImageJ.SAMPLES.resolve(
			"field/truth.csv")))
		{
			final String[] cells = line.split(",");
			truth.put(cells[0], cells[1]);
		}
		field.show();
		manager.open(PlainImageJ.SAMPLES.resolve("field/rois.zip").toString());
		manager.runCommand(field, "show all without labels");
		final GenericDialog dialog = GuiImageJ.dialogOf("Label Images for CNN...");
		GuiImageJ.fill(dialog, "", "6", String.join(",", CLASSES), labels
			.toString());
		GuiImageJ.ok(dialog);
		window = GuiImageJ.frame("Label images: ");
		grid = onEventThread(() -> all(window).stream().filter(
			JList.class::isInstance).map(JList.class::cast).filter(list -> "Crops"
				.equals(list.getAccessibleContext().getAccessibleName())).findFirst()
			.orElseThrow());
	}

	ImagePlus field() {
		return field;
	}

	JFrame window() {
		return window;
	}

	RoiManager manager() {
		return manager;
	}

	/** Labels what is proposed, one after the other. */
	void label(final int cells) throws Exception {
		for (int i = 0; i < 600 && !says("proposed"); i++)
			Thread.sleep(100);
		type(' ', KeyEvent.VK_SPACE);
		for (int i = 0; i < cells; i++) {
			final String name = onEventThread(() -> said(grid.getSelectedIndex())
				.replaceFirst(",.*", ""));
			type((char) ('1' + CLASSES.indexOf(truth.get(name))), KeyEvent.VK_1);
		}
	}

	/** @return how many crops are predicted, or confirmed, as what they are */
	int right() throws Exception {
		return onEventThread(() -> {
			int right = 0;
			for (int i = 0; i < grid.getModel().getSize(); i++) {
				final String said = said(i);
				final String is = truth.get(said.replaceFirst(",.*", ""));
				if (said.contains(", confirmed " + is) || said.contains(", predicted " +
					is)) right++;
			}
			return right;
		});
	}

	/** @return whether every crop has a prediction by now */
	boolean predicts() throws Exception {
		return onEventThread(() -> count("predicted") == grid.getModel().getSize());
	}

	private boolean says(final String word) throws Exception {
		return onEventThread(() -> count(word) > 0);
	}

	private int count(final String word) {
		int count = 0;
		for (int i = 0; i < grid.getModel().getSize(); i++)
			if (said(i).contains(word)) count++;
		return count;
	}

	private String said(final int index) {
		return grid.getAccessibleContext().getAccessibleChild(index)
			.getAccessibleContext().getAccessibleName();
	}

	private void type(final char key, final int code) throws Exception {
		EventQueue.invokeAndWait(() -> {
			for (final int id : new int[] { KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED,
				KeyEvent.KEY_RELEASED })
				grid.dispatchEvent(new KeyEvent(grid, id, System.currentTimeMillis(), 0,
					id == KeyEvent.KEY_TYPED ? KeyEvent.VK_UNDEFINED : code, key));
		});
		EventQueue.invokeAndWait(() -> {});
	}

	/** Writes pictures of the window and the image, to be looked at. */
	void picture(final String name) throws Exception {
		final Path folder = Files.createDirectories(Path.of("target/windows"));
		final BufferedImage picture = onEventThread(() -> {
			final BufferedImage canvas = new BufferedImage(window.getWidth(), window
				.getHeight(), BufferedImage.TYPE_INT_RGB);
			window.paint(canvas.createGraphics());
			return canvas;
		});
		ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
		ImageIO.write(field.flatten().getBufferedImage(), "png", folder.resolve(
			name + "-image.png").toFile());
	}

	/** Closes all that was opened. */
	void close() throws Exception {
		EventQueue.invokeAndWait(() -> window.dispatchEvent(new WindowEvent(window,
			WindowEvent.WINDOW_CLOSING)));
		GuiImageJ.await(() -> window.isDisplayable() ? null : true);
		manager.reset();
		manager.close();
		field.changes = false;
		field.close();
	}

}
