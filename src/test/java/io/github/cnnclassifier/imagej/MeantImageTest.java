
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Plot;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import io.github.cnnclassifier.failure.UserFailure;

/** Plots, previews and maps are never taken for an image. */
class MeantImageTest {

	@BeforeEach
	void openImagesWithoutWindows() {
		Interpreter.batchMode = true;
	}

	@AfterEach
	void closeAll() {
		for (final String title : WindowManager.getImageTitles()) {
			Interpreter.removeBatchModeImage(WindowManager.getImage(title));
		}
		Interpreter.batchMode = false;
		WindowManager.setTempCurrentImage(null);
	}

	private static ImagePlus image(final String title) {
		return new ImagePlus(title, new ByteProcessor(4, 4));
	}

	private static ImagePlus opened(final String title) {
		final ImagePlus image = image(title);
		Interpreter.addBatchModeImage(image);
		return image;
	}

	private static ImagePlus map() {
		final ImagePlus map = opened("the map");
		Drawing.markImage(map, "map");
		return map;
	}

	private static String refused(final ImagePlus active) {
		return assertThrows(UserFailure.class, () -> MeantImage.of(active))
			.getMessage();
	}

	@Test
	void anActiveImageIsMeantWhateverElseIsOpen() {
		map();
		final ImagePlus cell = opened("cell");
		opened("another");
		assertSame(cell, MeantImage.of(cell));
	}

	@Test
	void theOnlyImageBesideAMapIsMeant() {
		final ImagePlus cell = opened("cell");
		assertSame(cell, MeantImage.of(map()));
	}

	@Test
	void aMapAloneIsRefused() {
		assertEquals("Expected an open image, found only 'the map', a map made " +
			"by CNN Classifier. Open an image first.", refused(map()));
	}

	@Test
	void oneOfSeveralMustBeClicked() {
		opened("one");
		opened("two");
		final String message = refused(map());
		assertTrue(message.contains("Click on the image that is meant: "), message);
		assertTrue(message.contains("'one'") && message.contains("'two'"), message);
	}

	@Test
	void aMapThatIsNamedIsRefused() {
		final ImagePlus map = map();
		assertThrows(UserFailure.class, () -> MeantImage.requireNoDrawing(map));
	}

	@Test
	void plotsOfImageJAreDrawingsToo() {
		final ImagePlus plot = opened("Profile");
		plot.setProperty(Plot.PROPERTY_KEY, "the plot");
		assertEquals("Expected an open image, found only 'Profile', a plot. Open " +
			"an image first.", refused(plot));
		opened("one");
		opened("two");
		assertTrue(refused(plot).contains("Click on the image that is meant"));
	}

	@Test
	void onlyMarkedImagesAreDrawings() {
		assertEquals(Optional.of("a map made by CNN Classifier"), Drawing.of(
			map()));
		assertEquals(Optional.empty(), Drawing.of(image("cell")));
	}
}
