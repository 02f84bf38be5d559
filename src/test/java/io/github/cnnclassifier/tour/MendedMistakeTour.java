
package io.github.cnnclassifier.tour;

import static io.github.cnnclassifier.launch.ShownWindows.find;
import static io.github.cnnclassifier.launch.ShownWindows.onEventThread;

import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JList;

/**
 * Some images lie in the folder of a wrong class. The result of a training
 * leads to one of them, its class is corrected, and the training is done again.
 */
final class MendedMistakeTour implements Tour {

	private final int perClass;
	private final int misplaced;
	private final int epochs;
	private Path folder;
	private String wrong;
	private String right;

	/**
	 * @param perClass drawn images of each class
	 * @param misplaced how many of them lie in a wrong folder
	 * @param epochs to learn; 0 for as many as come by themselves
	 */
	MendedMistakeTour(final int perClass, final int misplaced, final int epochs) {
		this.perClass = perClass;
		this.misplaced = misplaced;
		this.epochs = epochs;
	}

	@Override
	public String name() {
		return "mended-mistake";
	}

	@Override
	public String task() {
		return "Find an image with a wrong class, correct it, train again";
	}

	/** The two largest classes are mixed up. */
	@Override
	public void prepare(final Path home, final Optional<Path> images)
		throws IOException
	{
		folder = home.resolve(images.isPresent() ? images.get().getFileName() +
			" mixed up" : "cells, mixed up");
		if (images.isPresent()) TourImages.copy(images.get(), folder,
			Integer.MAX_VALUE);
		else TourImages.drawCells(folder, perClass);
		final List<Path> classes = TourImages.classes(folder).stream().sorted((a,
			b) -> size(b) - size(a)).toList();
		wrong = images.isPresent() ? name(classes.get(0)) : "interphase";
		right = images.isPresent() ? name(classes.get(1)) : "mitotic";
		TourImages.misplace(folder, right, wrong, misplaced);
	}

	private static String name(final Path path) {
		return path.getFileName().toString();
	}

	private static int size(final Path label) {
		return label.toFile().list().length;
	}

	@Override
	public void go(final Desk desk) throws Exception {
		final TrainSteps train = new TrainSteps(desk);
		train.open();
		train.browse(folder);
		train.awaitReady();
		if (epochs > 0) {
			desk.press(train.window(), "\u25b8 Advanced");
			train.setNumber("Epochs", epochs);
			train.awaitReady();
			desk.press(train.window(), "\u25be Advanced");
		}
		train.train();
		train.awaitResult();
		desk.step("mended-mistake-1");
		desk.press(train.window(), "Correct wrong labels");
		final JDialog question = desk.window(JDialog.class);
		desk.step("mended-mistake-2");
		desk.press(question, "Validation images");
		final JFrame results = desk.frame("Images behind the numbers");
		correct(desk, results);
		desk.step("mended-mistake-3");
		requireWritten(desk);
		desk.close(results);
		train.trainAgain();
		train.awaitReady();
		desk.step("mended-mistake-4");
		train.train();
		train.awaitResult();
		desk.step("mended-mistake-5");
	}

	/** All that were taken for the right class get it at once. */
	private void correct(final Desk desk, final JFrame results) throws Exception {
		final JList<?> gallery = find(results, JList.class, "Images");
		desk.awaitThat("an image of " + wrong + " taken for " + right, 20,
			() -> wrongOnes(gallery).length > 0);
		final int[] images = onEventThread(() -> wrongOnes(gallery));
		for (int i = 0; i < images.length; i++) {
			final int image = images[i];
			final Rectangle cell = onEventThread(() -> gallery.getCellBounds(image,
				image));
			if (i == 0) desk.hand().click(gallery, cell);
			else desk.hand().clickWith(KeyEvent.VK_CONTROL, gallery, cell);
		}
		final JComboBox<?> classes = find(results, JComboBox.class,
			"Class for the selected images");
		if (!right.equals(onEventThread(classes::getSelectedItem))) desk.fault(
			"The class that an image was taken for is not offered");
		desk.press(results, "Assign");
		desk.awaitThat("the corrected images", 20, () -> results.getTitle()
			.contains("(" + images.length + " corrected)"));
	}

	/** On the event thread: where images are that lie in the wrong folder. */
	private int[] wrongOnes(final JList<?> gallery) {
		return IntStream.range(0, gallery.getModel().getSize()).filter(i -> gallery
			.getAccessibleContext().getAccessibleChild(i).getAccessibleContext()
			.getAccessibleName().contains(", actual " + wrong + ", taken for " +
				right)).toArray();
	}

	private void requireWritten(final Desk desk) throws IOException {
		final Path list = folder.resolve("corrections.csv");
		if (!Files.exists(list) || !Files.readString(list).contains(right)) desk
			.fault("What was corrected is not in " + list);
	}
}
