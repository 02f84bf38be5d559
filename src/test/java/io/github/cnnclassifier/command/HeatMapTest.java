
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.module.Module;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.inference.HeatMap;
import io.github.cnnclassifier.inference.HeatMethod;
import io.github.cnnclassifier.launch.Commands;

/** CNN Heat Map in ImageJ without a display. */
class HeatMapTest {

	private static final String DIGITS = "model=digits ";

	@TempDir
	private Path folder;

	@Test
	void theMapIsThatOfJavaAndSaysWhatItIs() {
		final ImagePlus digit = PlainImageJ.digit(4);
		digit.getCalibration().setUnit("mm");
		digit.getCalibration().pixelWidth = 0.5;
		final Module run = run(digit, DIGITS + "method=occlusion");
		final ImagePlus map = image(run, "heat");
		try (CnnClassifier digits = CnnClassifier.open("digits")) {
			assertArrayEquals(digits.heatMap(digit, "", "occlusion").values(), pixels(
				map), 1e-4f);
			assertArrayEquals(pixels(map), digits.heatMap(digit, "4", "occlusion")
				.values(), 1e-4f);
		}
		assertEquals("Heat map of 4_000.png (4)", map.getTitle());
		assertEquals(32, map.getBitDepth());
		assertEquals("28 x 28", map.getWidth() + " x " + map.getHeight());
		assertEquals(0.5, map.getCalibration().pixelWidth);
		assertEquals(0, map.getDisplayRangeMin());
		assertEquals(map.getStatistics().max, map.getDisplayRangeMax(), 1e-5);
		final String summary = (String) run.getOutput("summary");
		assertTrue(summary.matches("class=4 probability=(0\\.9\\d{3}|1\\.0000) " +
			"method=occlusion evidence=\\d+\\.\\d{4}"), summary);
		assertTrue(map.getInfoProperty().contains("class: 4\n"), map
			.getInfoProperty());
	}

	@Test
	void theOverlayLiesOverACopyOfTheImage() {
		final ImagePlus digit = PlainImageJ.digit(4);
		digit.setDisplayRange(10, 200);
		final ImagePlus over = image(run(digit, DIGITS), "overlaid");
		assertEquals("Heat map over 4_000.png (4)", over.getTitle());
		assertArrayEquals((byte[]) digit.getProcessor().getPixels(), (byte[]) over
			.getProcessor().getPixels());
		assertEquals(10, over.getDisplayRangeMin());
		assertEquals(200, over.getDisplayRangeMax());
		assertEquals(1, over.getOverlay().size());
		assertTrue(over.getOverlay().get(0) instanceof ImageRoi);
		final ImagePlus flat = over.flatten();
		assertTrue(Arrays.stream((int[]) flat.getProcessor().getPixels()).anyMatch(
			color -> (color >> 16 & 0xff) > (color & 0xff) + 50));
		assertNull(digit.getOverlay());
	}

	@Test
	void onlyWhatIsAskedForIsShown() {
		final Module map = run(PlainImageJ.digit(4), DIGITS + "show=map");
		assertNotNull(map.getOutput("heat"));
		assertNull(map.getOutput("overlaid"));
		final Module overlay = run(PlainImageJ.digit(4), DIGITS + "show=overlay");
		assertNull(overlay.getOutput("heat"));
		assertNotNull(overlay.getOutput("overlaid"));
	}

	@Test
	void aSelectionIsLookedAtAsIfItWereAnImage() {
		final ImageProcessor field = new ByteProcessor(70, 50);
		final ImagePlus digit = PlainImageJ.digit(6);
		field.insert(digit.getProcessor(), 20, 11);
		final ImagePlus image = new ImagePlus("field", field);
		image.setRoi(new OvalRoi(20, 11, 28, 28));
		final Module run = run(image, DIGITS + "method=occlusion");
		final ImagePlus map = image(run, "heat");
		assertArrayEquals(pixels(image(run(digit, DIGITS + "method=occlusion"),
			"heat")), pixels(map), 1e-4f);
		assertEquals(-20, map.getCalibration().xOrigin);
		assertEquals(-11, map.getCalibration().yOrigin);
		assertEquals("28 x 28", image(run, "overlaid").getWidth() + " x " + image(
			run, "overlaid").getHeight());
		try (CnnClassifier digits = CnnClassifier.open("digits")) {
			final HeatMap java = digits.heatMap(image, new Roi(20, 11, 28, 28), "6",
				"occlusion");
			assertArrayEquals(java.values(), pixels(map), 1e-4f);
		}
		final ImagePlus whole = image(run(image, DIGITS + "selection=false"),
			"heat");
		assertEquals("70 x 50", whole.getWidth() + " x " + whole.getHeight());
		image.setRoi(new Line(1, 1, 20, 20));
		assertTrue(failure(image, DIGITS).contains("selection=false"));
	}

	@Test
	void ofAStackTheShownSliceIsLookedAt() {
		final ImageStack slices = new ImageStack(28, 28);
		for (int digit = 1; digit <= 3; digit++) {
			slices.addSlice(PlainImageJ.digit(digit).getProcessor());
		}
		final ImagePlus stack = new ImagePlus("stack", slices);
		stack.setSlice(3);
		final String summary = (String) run(stack, DIGITS).getOutput("summary");
		assertTrue(summary.startsWith("class=3 "), summary);
		final String middle = (String) run(stack, DIGITS + "planes=middle")
			.getOutput("summary");
		assertTrue(middle.startsWith("class=2 "), middle);
	}

	@Test
	void everyMethodAndManyChannelsHaveMaps() {
		final ImagePlus cell = PlainImageJ.cell();
		for (final HeatMethod method : HeatMethod.values()) {
			final Module run = run(cell, "model=[" + TinyModels.cells() +
				"] className=mitotic method=" + method.label());
			final ImagePlus map = image(run, "heat");
			assertEquals(cell.getWidth() + " x " + cell.getHeight(), map.getWidth() +
				" x " + map.getHeight());
			assertEquals("Heat map of " + cell.getTitle() + " (mitotic", map
				.getTitle().replaceFirst("(, no evidence)?\\)$", ""));
			final ImagePlus over = image(run, "overlaid");
			assertEquals(2, over.getNChannels());
			assertTrue(over instanceof CompositeImage);
			assertArrayEquals((short[]) cell.getStack().getPixels(2), (short[]) over
				.getStack().getPixels(2));
		}
	}

	@Test
	void colorImagesHaveAnOverlayToo() {
		final ImagePlus digit = PlainImageJ.digit(5);
		digit.setProcessor(digit.getProcessor().convertToRGB());
		final ImagePlus over = image(run(digit, DIGITS + "channels=gray"),
			"overlaid");
		assertEquals(24, over.getBitDepth());
		assertEquals(1, over.getOverlay().size());
	}

	@Test
	void ofAnImageWithoutAnythingTheMapIsFlatAndSaysSo() {
		final ImagePlus blank = new ImagePlus("blank", new ByteProcessor(28, 28));
		for (final HeatMethod method : HeatMethod.values()) {
			final Module run = run(blank, DIGITS + "method=" + method.label());
			final ImagePlus map = image(run, "heat");
			assertTrue(map.getTitle().endsWith(", no evidence)"), map.getTitle());
			assertArrayEquals(new float[28 * 28], pixels(map));
			assertTrue(map.getInfoProperty().contains("the map is flat"));
			final ImagePlus flat = image(run, "overlaid").flatten();
			assertTrue(Arrays.stream((int[]) flat.getProcessor().getPixels())
				.allMatch(color -> (color & 0xffffff) == 0));
		}
	}

	@Test
	void displayRangeAndLookUpTableHaveNoInfluence() {
		final ImagePlus digit = PlainImageJ.digit(4);
		final float[] expected = pixels(image(run(digit, DIGITS), "heat"));
		digit.setDisplayRange(200, 201);
		digit.getProcessor().invertLut();
		assertArrayEquals(expected, pixels(image(run(digit, DIGITS), "heat")));
	}

	@Test
	void savedMapIsTheSameWhateverIsShown() {
		final Path file = folder.resolve("map of 4.tif");
		final float[] expected = pixels(image(run(PlainImageJ.digit(4), DIGITS),
			"heat"));
		final String summary = (String) run(PlainImageJ.digit(4), DIGITS +
			"show=overlay output=[" + file + "]").getOutput("summary");
		final ImagePlus saved = IJ.openImage(file.toString());
		assertArrayEquals(expected, pixels(saved), 1e-4f);
		assertTrue(saved.getInfoProperty().contains("model: digits"), saved
			.getInfoProperty());
		assertTrue(summary.endsWith("output=" + file), summary);
	}

	@Test
	void existingFileIsKept() throws IOException {
		final Path file = Files.writeString(folder.resolve("mine.tif"), "mine");
		assertTrue(failure(PlainImageJ.digit(4), DIGITS + "output=[" + file + "]")
			.contains("overwrite"));
		assertEquals("mine", Files.readString(file));
	}

	/** A map is no image to look at. */
	@Test
	void ofAMapThereIsNoMap() {
		final ImagePlus map = image(run(PlainImageJ.digit(4), DIGITS), "heat");
		assertTrue(failure(map, DIGITS).contains(
			"a heat map made by CNN Classifier"), failure(map, DIGITS));
	}

	private static String failure(final ImagePlus image, final String options) {
		return assertThrows(UserFailure.class, () -> PlainImageJ.run(
			Commands.HEAT_MAP, image, options)).getMessage();
	}

	private static Module run(final ImagePlus image, final String options) {
		return PlainImageJ.module(Commands.HEAT_MAP, image, options);
	}

	private static ImagePlus image(final Module run, final String output) {
		return (ImagePlus) run.getOutput(output);
	}

	private static float[] pixels(final ImagePlus image) {
		return (float[]) image.getProcessor().getPixels();
	}
}
