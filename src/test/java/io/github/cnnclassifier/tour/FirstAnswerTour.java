
package io.github.cnnclassifier.tour;

import static io.github.cnnclassifier.launch.ShownWindows.onEventThread;

import java.awt.Dialog;
import java.awt.Frame;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import ij.IJ;
import ij.gui.ImageWindow;
import ij.measure.ResultsTable;
import ij.text.TextWindow;

/** A sample image is opened and classified with the model that comes along. */
final class FirstAnswerTour implements Tour {

	private static final int MOST_CLICKS = 5;

	@Override
	public String name() {
		return "first-answer";
	}

	@Override
	public String task() {
		return "A first answer: open a sample image and classify it";
	}

	@Override
	public void prepare(final Path home, final Optional<Path> images) {
		// the sample comes along
	}

	@Override
	public void go(final Desk desk) throws Exception {
		desk.menu("File", "Open Samples", "Handwritten Digit (CNN)");
		desk.window(ImageWindow.class);
		desk.menu("Plugins", "CNN Classifier", "Classify Image with CNN...");
		final Dialog dialog = desk.dialog("Classify Image with CNN");
		desk.step("first-answer-1");
		desk.pressAwt(dialog, "OK");
		final TextWindow table = desk.await("the table", 60, () -> Arrays.stream(
			Frame.getFrames()).filter(f -> f instanceof TextWindow && f.isShowing() &&
				f.getTitle().startsWith("Predictions of ")).map(TextWindow.class::cast)
			.findFirst().orElse(null));
		desk.step("first-answer-2");
		final String answer = onEventThread(() -> {
			final ResultsTable rows = table.getTextPanel().getResultsTable();
			return rows.getStringValue("class", rows.size() - 1);
		});
		if (!answer.equals("3")) desk.fault("The digit is a 3, not " + answer);
		if (table.getBounds().intersects(IJ.getImage().getWindow().getBounds()))
			desk.fault("The table hides the image");
		if (IJ.getImage().getOverlay() == null) desk.fault(
			"The class does not stand on the image");
		if (desk.hand().clicks() > MOST_CLICKS) desk.fault(
			"The first answer takes " + desk.hand().clicks() + " clicks");
	}
}
