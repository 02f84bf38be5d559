
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Frame;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;
import ij.text.TextWindow;
import io.github.cnnclassifier.imagej.EscapeKey;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.launch.GuiDialogs;

/** Classify Image on images in windows; needs a display. */
@Tag("gui")
class ClassifyImageWindowTest {

	private static final int SIZE = 60;

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;

	@BeforeAll
	static void startImageJ() throws Exception {
		imageJ = GuiImageJ.start(folder);
		TinyModels.digits();
	}

	@AfterAll
	static void quitImageJ() {
		imageJ.dispose();
	}

	@BeforeEach
	void noResults() {
		ResultsTable.getResultsTable().reset();
		IJ.resetEscape();
	}

	@AfterEach
	void closeImages() {
		IJ.resetEscape();
		for (final int id : WindowManager.getIDList() == null ? new int[0]
			: WindowManager.getIDList())
		{
			final ImagePlus image = WindowManager.getImage(id);
			image.changes = false;
			image.close();
		}
	}

	private static ImagePlus shown(final IntConsumer event) {
		final ImageStack stack = new ImageStack(28, 28) {

			@Override
			public ImageProcessor getProcessor(final int n) {
				event.accept(n);
				return super.getProcessor(n);
			}
		};
		for (int i = 0; i < SIZE; i++) {
			stack.addSlice(PlainImageJ.digit(i % 10).getProcessor());
		}
		final ImagePlus image = new ImagePlus("stack", stack);
		image.show();
		return image;
	}

	private static void classify(final ImagePlus image) {
		PlainImageJ.run(Commands.CLASSIFY_IMAGE, image, "model=[" + TinyModels
			.digits() + "] planes=each");
	}

	private static int rowsInTheWindow() {
		final Frame window = WindowManager.getFrame("Results");
		assertNotNull(window);
		return ((TextWindow) window).getTextPanel().getLineCount();
	}

	@Test
	void theTableIsShownWithEveryRow() {
		final ImagePlus image = shown(n -> {});
		classify(image);
		assertEquals(SIZE, rowsInTheWindow());
		assertEquals(SIZE, image.getOverlay().size());
		assertFalse(image.isLocked());
	}

	@Test
	void whoGoesOnWithItsRoisIsNotToldThatSomethingWasCanceled()
		throws Exception
	{
		IJ.openImage(Path.of("sample-images", "field", "field.tif").toString())
			.show();
		// what others have logged before is theirs
		IJ.log("\\Clear");
		final GenericDialog dialog = GuiImageJ.dialogOf(
			"Classify Image with CNN...");
		GuiImageJ.fill(dialog, TinyModels.cells().toString());
		GuiImageJ.ok(dialog);
		GuiDialogs.press(GuiDialogs.await("A large image"), "Its ROIs");
		GuiImageJ.cancel(GuiImageJ.await(() -> {
			final GenericDialog next = GuiImageJ.find(GenericDialog.class);
			return next != null && next.getTitle().startsWith("Classify ROIs") ? next
				: null;
		}));
		final String log = IJ.getLog();
		assertFalse(log != null && log.contains("Image with CNN...: canceled"),
			log);
	}

	@Test
	void aWindowThatIsClosedMeanwhileDoesNotEndTheRun() {
		final AtomicBoolean armed = new AtomicBoolean();
		final ImagePlus[] image = new ImagePlus[1];
		image[0] = shown(n -> {
			if (n == 20 && armed.compareAndSet(true, false)) {
				image[0].changes = false;
				image[0].getWindow().close();
			}
		});
		armed.set(true);
		classify(image[0]);
		assertFalse(armed.get());
		assertFalse(image[0].isVisible());
		assertEquals(SIZE, rowsInTheWindow());
		assertFalse(image[0].isLocked());
	}

	@Test
	void escapeShowsTheFinishedRowsAndLeavesTheImage() {
		final AtomicBoolean armed = new AtomicBoolean();
		final ImagePlus[] shown = new ImagePlus[1];
		final ImagePlus image = shown(n -> {
			if (n != 20 || !armed.compareAndSet(true, false)) return;
			EscapeKey.press(shown[0].getWindow());
			EscapeKey.answer("Stop and keep");
		});
		shown[0] = image;
		armed.set(true);
		classify(image);
		// planes are read ahead, so that not exactly the read ones are finished
		final int rows = WindowManager.getFrame("Results") == null ? 0
			: rowsInTheWindow();
		assertTrue(rows < SIZE, String.valueOf(rows));
		assertNull(image.getOverlay());
		assertFalse(image.isLocked());
		assertFalse(image.changes);
		assertTrue(image.isVisible());
	}
}
