
package io.github.cnnclassifier.tour;

import java.awt.Frame;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import ij.IJ;
import ij.text.TextWindow;

/** Twenty images of each class are trained while other work goes on. */
final class FewImagesTour implements Tour {

	private final int perClass;
	private final int epochs;
	private Path folder;

	/**
	 * @param perClass images of each class
	 * @param epochs to learn; 0 for as many as come by themselves
	 */
	FewImagesTour(final int perClass, final int epochs) {
		this.perClass = perClass;
		this.epochs = epochs;
	}

	@Override
	public String name() {
		return "few-images";
	}

	@Override
	public String task() {
		return "Train from " + perClass + " images of each class";
	}

	@Override
	public void prepare(final Path home, final Optional<Path> images)
		throws IOException
	{
		folder = home.resolve(images.isPresent() ? images.get().getFileName() +
			" " + perClass : "phenotypes");
		if (images.isPresent()) TourImages.copy(images.get(), folder, perClass);
		else TourImages.drawCells(folder, perClass);
	}

	@Override
	public void go(final Desk desk) throws Exception {
		final TrainSteps train = new TrainSteps(desk);
		train.open();
		train.browse(folder);
		train.awaitReady();
		desk.step("few-images-1");
		if (epochs > 0) {
			desk.press(train.window(), "\u25b8 Advanced");
			train.setNumber("Epochs", epochs);
			train.awaitReady();
			desk.press(train.window(), "\u25be Advanced");
		}
		train.train();
		train.awaitEpochs();
		desk.step("few-images-2");
		if (focused() != train.window()) desk.fault(
			"What is told while a network learns takes the focus to " + focused());
		// somebody who waits does something else
		desk.hand().touchTitle(IJ.getInstance());
		final Window focused = focused();
		if (focused != IJ.getInstance()) desk.fault(
			"ImageJ cannot be used while a network learns");
		train.awaitResult();
		if (focused != focused()) desk.fault("The end of the training has taken " +
			"the focus from " + focused + " to " + focused());
		for (final Frame frame : Frame.getFrames())
			if (frame instanceof TextWindow && frame.isShowing() && !frame.getTitle()
				.equals("Log")) desk.fault(Words.of(frame) +
					" comes up over the result");
		desk.step("few-images-3");
		if (train.verdict().isBlank()) desk.fault("There is no verdict");
	}

	private static Window focused() throws InterruptedException {
		Thread.sleep(500);
		return KeyboardFocusManager.getCurrentKeyboardFocusManager()
			.getFocusedWindow();
	}
}
