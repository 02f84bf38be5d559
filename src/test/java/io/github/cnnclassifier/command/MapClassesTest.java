
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.module.Module;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.report.ClassColors;

/** Map Classes in ImageJ without a display. */
class MapClassesTest {

	private static final int SIZE = 150;

	@TempDir
	private Path folder;

	/** A training has results of its own. */
	@BeforeAll
	static void train() {
		TinyModels.cells();
	}

	@BeforeEach
	void forget() {
		// its training leaves rows
		TinyModels.cells();
		ResultsTable.getResultsTable().reset();
	}

	/** A part of the sample field. */
	private static ImagePlus field() {
		final ImagePlus field = IJ.openImage(PlainImageJ.SAMPLES.resolve(
			"field/field.tif").toString());
		field.setRoi(100, 120, SIZE, SIZE - 20);
		final ImagePlus part = field.crop("stack");
		part.setTitle("part.tif");
		part.getCalibration().xOrigin = 12;
		part.getCalibration().yOrigin = -7;
		part.getCalibration().zOrigin = 2;
		part.deleteRoi();
		return part;
	}

	private static Module map(final ImagePlus image, final String options) {
		return PlainImageJ.module(Commands.MAP_CLASSES, image, "model=[" +
			TinyModels.cells() + "] " + options);
	}

	private static ImagePlus output(final Module module, final String name) {
		return (ImagePlus) module.getOutput(name);
	}

	@Test
	void mapHasColorsLegendNamesAndThePlaceOfTheImage() {
		final ImagePlus image = field();
		final ImagePlus map = output(map(image, ""), "classMap");
		assertEquals("Class map of part.tif", map.getTitle());
		assertEquals(8, map.getBitDepth());
		assertEquals(SIZE + " x " + (SIZE - 20), map.getWidth() + " x " + map
			.getHeight());
		for (int k = 1; k <= 3; k++) {
			assertEquals(ClassColors.of(k - 1, 3).getRGB(), map.getProcessor()
				.getColorModel().getRGB(k));
		}
		assertEquals(0xff000000, map.getProcessor().getColorModel().getRGB(0));
		assertEquals("apoptotic, interphase, mitotic", String.join(", ", map
			.getProp("class1"), map.getProp("class2"), map.getProp("class3")));
		assertTrue(map.getInfoProperty().contains("value 2: interphase"));
		assertTrue(map.getInfoProperty().contains(
			"window: 64 x 64 pixels, stride 16"));
		assertEquals(7, map.getOverlay().size());
		assertEquals(place(image), place(map));
		assertFalse(image.isLocked());
		assertNull(image.getOverlay());
	}

	@Test
	void theMapLiesOverTheImageBelowWhatItsOverlayHas() {
		final ImagePlus image = field();
		final Roi own = new Roi(3, 3, 20, 20);
		image.setOverlay(new Overlay(own));
		map(image, "overlay opacity=30");
		final Overlay overlay = image.getOverlay();
		final ImageRoi layer = (ImageRoi) overlay.get(0);
		assertEquals(0.3, layer.getOpacity());
		assertTrue(layer.getZeroTransparent());
		assertEquals(SIZE + " x " + (SIZE - 20), (int) layer.getFloatWidth() +
			" x " + (int) layer.getFloatHeight());
		assertSame(own, overlay.get(1));
		final int size = overlay.size();
		map(image, "overlay opacity=70");
		assertEquals(0.7, ((ImageRoi) image.getOverlay().get(0)).getOpacity());
		assertEquals(size, image.getOverlay().size());
		// neither the map nor the legend is a region
		assertEquals("1", PlainImageJ.module(Commands.CLASSIFY_ROIS, image,
			"regions=overlay model=[" + TinyModels.cells() + "]").getOutput("summary")
			.toString().replaceFirst("(?s)classified=(\\d+) .*", "$1"));
	}

	@Test
	void whereNothingIsMappedTheImageIsClear() {
		final ImagePlus image = field();
		image.setRoi(40, 30, 64, 64);
		map(image, "overlay");
		final ImageRoi layer = (ImageRoi) image.getOverlay().get(0);
		assertEquals(0, layer.getProcessor().get(2, 2) >>> 24);
		assertEquals(255, layer.getProcessor().get(60, 60) >>> 24);
	}

	@Test
	void theLogGetsOneLineWithThePartOfEachClass() {
		final ImagePlus image = field();
		final Module module = map(image, "areafile=[" + folder.resolve("a.csv") +
			"]");
		final ResultsTable table = ResultsTable.getResultsTable();
		final StringBuilder expected = new StringBuilder("areaFile=" + folder
			.resolve("a.csv") + " mapped=" + SIZE * (SIZE - 20));
		for (int row = 0; row < table.size(); row++) {
			if (table.getValue("pixels", row) > 0) expected.append(" class=").append(
				table.getStringValue("class", row)).append(" fraction=").append(String
					.format(Locale.ROOT, "%.4f", table.getValue("fraction", row)));
		}
		assertEquals(expected.toString(), module.getOutput("summary"));
	}

	private static String place(final ImagePlus image) {
		final Calibration c = image.getCalibration();
		return String.join(" ", c.pixelWidth + "", c.pixelHeight + "", c.getUnit(),
			c.xOrigin + "", c.yOrigin + "", c.zOrigin + "");
	}

	@Test
	void ofAStackTheShownSliceIsMappedAndKeepsItsDepth() {
		final ImagePlus one = field();
		final byte[] expected = (byte[]) output(map(one, "legend=false"),
			"classMap").getProcessor().getPixels();
		final ImagePlus stack = IJ.createHyperStack("stack", SIZE, SIZE - 20, 2, 3,
			1, 16);
		for (int c = 1; c <= 2; c++) {
			stack.getStack().setPixels(one.getStack().getPixels(c), stack
				.getStackIndex(c, 2, 1));
		}
		stack.setCalibration(one.getCalibration().copy());
		stack.setPosition(1, 2, 1);
		final ImagePlus map = output(map(stack, "legend=false"), "classMap");
		assertArrayEquals(expected, (byte[]) map.getProcessor().getPixels());
		// slice 2 was one above the origin of slice 3, and so is the map
		assertEquals(stack.getCalibration().zOrigin - 1, map
			.getCalibration().zOrigin);
		assertEquals(2, ResultsTable.getResultsTable().getValue("slice", 5));
		assertNull(map.getOverlay());
	}

	@Test
	void filesAndShownImagesAreEqual() throws IOException {
		final Path labels = folder.resolve("map of field.tif");
		final Path probabilities = folder.resolve("p.tif");
		final Path confidence = folder.resolve("c.tif");
		final Path areas = folder.resolve("areas.csv");
		final Module module = map(field(), "threshold=0.5 stride=20 " +
			"showProbabilities showConfidence output=[" + labels +
			"] probabilityFile=[" + probabilities + "] confidenceFile=[" +
			confidence + "] areaFile=[" + areas + "]");
		equal(output(module, "classMap"), labels);
		equal(output(module, "confidenceMap"), confidence);
		final ImagePlus stack = output(module, "probabilityStack");
		equal(stack, probabilities);
		assertEquals(3, stack.getNSlices());
		final ImagePlus saved = IJ.openImage(probabilities.toString());
		for (int c = 1; c <= 3; c++) {
			assertEquals(saved.getProp("class" + c), saved.getStack().getSliceLabel(
				c));
		}
		probabilitiesAreThoseOfTheMap(module);
		final List<String> rows = Files.readAllLines(areas);
		assertEquals(
			"image,slice,frame,class,value,pixels,area,unit,fraction,model", rows.get(
				0));
		assertEquals(5, rows.size());
		assertTrue(rows.get(4).startsWith("part.tif,1,1,unknown,4,"), rows.get(4));
	}

	private static void probabilitiesAreThoseOfTheMap(final Module module) {
		final ImagePlus stack = output(module, "probabilityStack");
		for (int i = 0; i < SIZE * (SIZE - 20); i++) {
			float sum = 0;
			float best = 0;
			int label = 0;
			for (int c = 1; c <= 3; c++) {
				final float p = stack.getStack().getProcessor(c).getf(i);
				sum += p;
				if (p > best) label = c;
				best = Math.max(best, p);
			}
			assertEquals(1, sum, 1e-5);
			assertEquals(best, output(module, "confidenceMap").getProcessor().getf(
				i));
			assertEquals(best >= 0.5f ? label : 4, output(module, "classMap")
				.getProcessor().get(i));
		}
	}

	private static void equal(final ImagePlus shown, final Path file) {
		final ImagePlus saved = IJ.openImage(file.toString());
		assertEquals(shown.getStackSize(), saved.getStackSize());
		for (int c = 1; c <= shown.getStackSize(); c++) {
			assertArrayEquals((float[]) shown.getStack().getProcessor(c)
				.convertToFloatProcessor().getPixels(), (float[]) saved.getStack()
					.getProcessor(c).convertToFloatProcessor().getPixels());
		}
		assertEquals(place(shown).replaceAll(" \\S+$", ""), place(saved).replaceAll(
			" \\S+$", ""));
		assertEquals(shown.getInfoProperty(), saved.getInfoProperty());
		assertEquals(shown.getProp("class2"), saved.getProp("class2"));
		assertEquals(shown.getOverlay() == null, saved.getOverlay() == null);
		assertEquals(shown.getProcessor().getColorModel().getRGB(2), saved
			.getProcessor().getColorModel().getRGB(2));
	}

	@Test
	void onlyTheSelectionIsMapped() {
		final ImagePlus image = field();
		final Roi disk = new OvalRoi(30, 20, 61, 50);
		image.setRoi(disk);
		final ImagePlus map = output(map(image, "legend=false"), "classMap");
		for (int y = 0; y < SIZE - 20; y++) {
			for (int x = 0; x < SIZE; x++) {
				assertEquals(disk.contains(x, y), map.getProcessor().get(x, y) > 0);
			}
		}
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(3, table.size());
		assertEquals(1, table.getValue("fraction", 0) + table.getValue("fraction",
			1) + table.getValue("fraction", 2), 1e-9);
		assertEquals(0.325 * 0.325 * table.getValue("pixels", 1), table.getValue(
			"area", 1), 1e-6);
		assertEquals("micron^2", table.getStringValue("unit", 1));
	}

	@Test
	void selectionWithoutAnAreaIsAnError() {
		final ImagePlus image = field();
		image.setRoi(new Line(1, 1, 50, 60));
		final String message = assertThrows(UserFailure.class, () -> map(image, ""))
			.getMessage();
		assertTrue(message.contains("it has no area"), message);
		image.setRoi(new Roi(500, 500, 9, 9));
		assertTrue(assertThrows(UserFailure.class, () -> map(image, ""))
			.getMessage().contains("outside the image"));
		assertFalse(image.isLocked());
	}

	@Test
	void imageThatDoesNotFitLeavesNoFileBehind() throws IOException {
		final ImagePlus dark = new ImagePlus("gray.tif", new ShortProcessor(99,
			99));
		assertThrows(UserFailure.class, () -> map(dark, "output=[" + folder.resolve(
			"a.tif") + "] probabilityFile=[" + folder.resolve("b.tif") + "]"));
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(List.of(), left.toList());
		}
		assertEquals(0, ResultsTable.getResultsTable().size());
	}

	@Test
	void existingFilesAreKeptAndOneFileIsNotNamedTwice() throws IOException {
		final Path file = Files.writeString(folder.resolve("mine.tif"), "mine");
		assertTrue(assertThrows(UserFailure.class, () -> map(field(),
			"confidenceFile=[" + file + "]")).getMessage().contains("overwrite"));
		assertEquals("mine", Files.readString(file));
		assertTrue(assertThrows(UserFailure.class, () -> map(field(),
			"overwrite output=[" + file + "] areaFile=[" + file + "]")).getMessage()
			.contains("for output and areaFile"));
	}

	@Test
	void lockedImageIsAnError() throws InterruptedException {
		final ImagePlus image = field();
		// a thread may lock an image twice
		final Thread other = new Thread(image::lock);
		other.start();
		other.join();
		assertTrue(assertThrows(UserFailure.class, () -> map(image, ""))
			.getMessage().contains("is locked"));
	}
}
