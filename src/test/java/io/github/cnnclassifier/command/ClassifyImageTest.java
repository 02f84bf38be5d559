
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.module.Module;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.measure.ResultsTable;
import ij.process.Blitter;
import ij.process.ImageProcessor;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.launch.Commands;

/** Classify Image in ImageJ without a display. */
class ClassifyImageTest {

	/** A training shows its figures in the same table. */
	@BeforeAll
	static void train() {
		TinyModels.digits();
		TinyModels.cells();
	}

	@BeforeEach
	void emptyResults() {
		ResultsTable.getResultsTable().reset();
	}

	@Test
	void storageDisplayRangeAndLutDoNotMatter() {
		final ImageProcessor pixels = PlainImageJ.digit(3).getProcessor();
		final List<String> expected = probabilities(new ImagePlus("8", pixels
			.duplicate()));
		assertEquals(expected, probabilities(new ImagePlus("16", pixels
			.convertToShort(false))));
		assertEquals(expected, probabilities(new ImagePlus("32", pixels
			.convertToFloat())));
		final ImagePlus dark = new ImagePlus("dark", pixels.duplicate());
		dark.setDisplayRange(200, 250);
		assertEquals(expected, probabilities(dark));
		final ImagePlus inverted = new ImagePlus("inverted", pixels.duplicate());
		inverted.getProcessor().invertLut();
		assertTrue(inverted.isInvertedLut());
		assertEquals(expected, probabilities(inverted));
		final ImageProcessor negative = pixels.duplicate();
		negative.invert();
		assertNotEquals(expected, probabilities(new ImagePlus("negative",
			negative)));
	}

	@Test
	void colorImageNeedsToBeToldForAGrayModel() {
		final ImageProcessor pixels = PlainImageJ.digit(5).getProcessor();
		final ImagePlus color = new ImagePlus("color", pixels.convertToRGB());
		final UserFailure failure = assertThrows(UserFailure.class,
			() -> probabilities(color));
		assertTrue(failure.getMessage().contains("channels=gray"), failure
			.getMessage());
		assertEquals(0, ResultsTable.getResultsTable().size());
		assertNull(color.getOverlay());
		assertEquals(probabilities(new ImagePlus("gray", pixels)), probabilities(
			color, "channels=gray"));
	}

	@Test
	void shownSliceIsClassifiedOrEachOfThem() {
		final ImagePlus stack = stack(1, 2, 3);
		stack.setSlice(2);
		assertEquals(probabilities(PlainImageJ.digit(2)), probabilities(stack));
		emptyResults();
		classify(stack, "eachslice=true");
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(3, table.size());
		for (int row = 0; row < 3; row++) {
			assertEquals(row + 1, table.getValue("slice", row));
			final List<String> inStack = row(row);
			assertEquals(probabilities(PlainImageJ.digit(row + 1)), inStack);
		}
		assertEquals(3, stack.getOverlay().size());
		assertEquals(2, stack.getCurrentSlice());
	}

	@Test
	void planesSayTheSameAsTheOlderKey() {
		final ImagePlus stack = stack(1, 2, 3);
		classify(stack, "planes=each");
		assertEquals(3, ResultsTable.getResultsTable().size());
		assertEquals(probabilities(PlainImageJ.digit(3)), row(2));
		stack.setSlice(3);
		assertEquals(row(2), probabilities(stack, "planes=current"));
		assertEquals(probabilities(PlainImageJ.digit(2)), probabilities(stack,
			"planes=middle"));
		final UserFailure failure = assertThrows(UserFailure.class, () -> classify(
			stack, "planes=mean eachslice=true"));
		assertTrue(failure.getMessage().contains("Leave one out"), failure
			.getMessage());
	}

	@Test
	void projectionsAndAveragesAreOneAnswerForTheStack() {
		final ImagePlus stack = stack(1, 2);
		final ResultsTable table = ResultsTable.getResultsTable();
		classify(stack, "planes=each");
		classify(stack, "planes=average");
		classify(stack, "planes=maximum");
		assertEquals(4, table.size());
		for (final String column : table.getHeadings()) {
			if (column.startsWith("p_")) assertEquals((table.getValue(column, 0) +
				table.getValue(column, 1)) / 2, table.getValue(column, 2), 1e-4);
		}
		assertEquals(0, table.getValue("slice", 2));
		assertEquals(0, table.getValue("frame", 3));
		final ImageProcessor brightest = stack.getStack().getProcessor(1)
			.duplicate();
		brightest.copyBits(stack.getStack().getProcessor(2), 0, 0, Blitter.MAX);
		assertEquals(row(3), probabilities(new ImagePlus("max", brightest)));
		// one label for all slices, in the place of the former ones
		assertEquals(1, stack.getOverlay().size());
	}

	@Test
	void compositeIsOneSampleWithBothChannels() {
		final ImagePlus cell = PlainImageJ.cell();
		final CompositeImage composite = new CompositeImage(cell,
			CompositeImage.COMPOSITE);
		composite.setC(2);
		PlainImageJ.run(Commands.CLASSIFY_IMAGE, composite, "model=[" + TinyModels
			.cells() + "]");
		assertEquals(1, ResultsTable.getResultsTable().size());
		assertEquals(2, composite.getC());
		final Roi label = composite.getOverlay().get(0);
		assertEquals(List.of(0, 1, 1), List.of(label.getCPosition(), label
			.getZPosition(), label.getTPosition()), "all channels of the plane");
	}

	@Test
	void imageStaysAsItWas() {
		final ImagePlus image = PlainImageJ.digit(7);
		image.setRoi(3, 4, 5, 6);
		image.setDisplayRange(10, 99);
		image.changes = false;
		final byte[] before = ((byte[]) image.getProcessor().getPixels()).clone();
		classify(image, "label=true");
		assertArrayEquals(before, (byte[]) image.getProcessor().getPixels());
		assertEquals(new Roi(3, 4, 5, 6).getBounds(), image.getRoi().getBounds());
		assertEquals(10, image.getDisplayRangeMin());
		assertEquals(99, image.getDisplayRangeMax());
		assertFalse(image.changes);
		assertFalse(image.isLocked());
	}

	@Test
	void rowsAreAppendedWithEveryColumn() {
		classify(PlainImageJ.digit(1), "");
		classify(PlainImageJ.digit(2), "");
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals("image slice frame class confidence p_0 p_1 p_2 p_3 p_4 p_5 " +
			"p_6 p_7 p_8 p_9 model", String.join(" ", table.getHeadings()));
		assertEquals(2, table.size());
		assertEquals("2_000.png", table.getStringValue("image", 1));
		assertEquals("digits.zip", table.getStringValue("model", 1));
		final double sum = IntStream.range(0, 10).mapToDouble(c -> table.getValue(
			"p_" + c, 1)).sum();
		// ten values, each rounded to 4 decimals
		assertEquals(1, sum, 10 * 0.5e-4);
		for (int c = 0; c < 10; c++) {
			final String shown = table.getStringValue("p_" + c, 1);
			assertTrue(shown.matches("[01]\\.\\d{4}"), shown);
		}
		assertTrue(table.getStringValue("confidence", 1).matches("0\\.\\d{4}"),
			table.getStringValue("confidence", 1));
		assertEquals(table.getValue("confidence", 1), table.getValue("p_" + table
			.getStringValue("class", 1), 1));
	}

	@Test
	void classesOfAnotherModelHaveNoProbability() {
		classify(PlainImageJ.digit(1), "");
		PlainImageJ.run(Commands.CLASSIFY_IMAGE, PlainImageJ.cell(), "model=[" +
			TinyModels.cells() + "]");
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals("", table.getStringValue("p_mitotic", 0));
		assertEquals("", table.getStringValue("p_3", 1));
		assertTrue(table.getStringValue("p_mitotic", 1).matches("[01]\\.\\d{4}"));
		assertTrue(Double.isNaN(table.getValue("p_3", 1)));
	}

	@Test
	void anAnswerBelowTheThresholdIsUnknownAndKeepsItsProbabilities() {
		final ImagePlus digit = PlainImageJ.digit(4);
		classify(digit, "");
		final Module module = PlainImageJ.module(Commands.CLASSIFY_IMAGE, digit,
			"model=[" + TinyModels.digits() + "] threshold=0.95");
		final ResultsTable table = (ResultsTable) module.getOutput("table");
		assertSame(ResultsTable.getResultsTable(), table);
		assertEquals("unknown", table.getStringValue("class", 1));
		assertEquals(row(0).subList(1, 11), row(1).subList(1, 11));
		assertEquals(table.getStringValue("confidence", 0), table.getStringValue(
			"confidence", 1));
		assertEquals("unknown", ((TextRoi) digit.getOverlay().get(0)).getText()
			.strip());
		classify(digit, "threshold=" + table.getStringValue("confidence", 0)
			.replaceFirst("\\d$", "0"));
		assertEquals(table.getStringValue("class", 0), table.getStringValue("class",
			2));
	}

	@Test
	void aThresholdThatIsNoneIsRefused() {
		for (final String wrong : new String[] { "1.5", "-0.1", "NaN", "high" }) {
			final UserFailure failure = assertThrows(UserFailure.class,
				() -> classify(PlainImageJ.digit(4), "threshold=" + wrong));
			assertTrue(failure.getMessage().contains("threshold"), failure
				.getMessage());
		}
		assertEquals(0, ResultsTable.getResultsTable().size());
	}

	@Test
	void theLabelOfAnEarlierRunGoesWithTheLabelSwitchedOff() {
		final ImagePlus digit = PlainImageJ.digit(4);
		digit.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
		classify(digit, "label=true");
		assertEquals(2, digit.getOverlay().size());
		classify(digit, "label=true");
		assertEquals(2, digit.getOverlay().size());
		classify(digit, "label=false");
		assertEquals(1, digit.getOverlay().size());
		assertNull(digit.getOverlay().get(0).getName());
	}

	@Test
	void aSelectionHasNoInfluence() {
		final ImagePlus digit = PlainImageJ.digit(4);
		final List<String> expected = probabilities(digit);
		digit.setRoi(new OvalRoi(2, 3, 4, 5));
		assertEquals(expected, probabilities(digit));
		assertEquals(new OvalRoi(2, 3, 4, 5).getBounds(), digit.getRoi()
			.getBounds());
	}

	@Test
	void aHyperstackHasARowForEachSliceAndFrameAcrossItsChannels() {
		final ImagePlus cell = PlainImageJ.cell();
		final ImageStack stack = new ImageStack(cell.getWidth(), cell.getHeight());
		for (int plane = 0; plane < 6; plane++) {
			for (int channel = 1; channel <= 2; channel++) {
				final ImageProcessor pixels = cell.getStack().getProcessor(channel)
					.duplicate();
				pixels.rotate(15 * plane);
				stack.addSlice(pixels);
			}
		}
		final ImagePlus hyper = new ImagePlus("hyper", stack);
		hyper.setDimensions(2, 3, 2);
		final String model = "model=[" + TinyModels.cells() + "] ";
		PlainImageJ.run(Commands.CLASSIFY_IMAGE, hyper, model + "planes=each");
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(List.of("1/1", "2/1", "3/1", "1/2", "2/2", "3/2"), IntStream
			.range(0, 6).mapToObj(row -> (int) table.getValue("slice", row) + "/" +
				(int) table.getValue("frame", row)).toList());
		assertEquals(6, hyper.getOverlay().size());
		hyper.setPosition(2, 2, 2);
		PlainImageJ.run(Commands.CLASSIFY_IMAGE, hyper, model + "planes=current");
		assertEquals(row(4), row(6));
		assertEquals(2, hyper.getC());
		PlainImageJ.run(Commands.CLASSIFY_IMAGE, hyper, model + "planes=middle");
		assertEquals(2, table.getValue("slice", 7));
		assertEquals(row(1), row(7));
	}

	@Test
	void aStackOfColorImagesIsClassifiedSliceBySlice() {
		final ImageStack stack = new ImageStack(28, 28);
		for (final int digit : new int[] { 8, 9 }) {
			stack.addSlice(PlainImageJ.digit(digit).getProcessor().convertToRGB());
		}
		final ImagePlus color = new ImagePlus("color", stack);
		classify(color, "channels=gray planes=each");
		assertEquals(probabilities(PlainImageJ.digit(8)), row(0));
		assertEquals(probabilities(PlainImageJ.digit(9)), row(1));
		color.setSlice(2);
		classify(color, "channels=gray planes=current");
		assertEquals(row(1), row(4));
	}

	@Test
	void measurementsInTheTableStayAsTheyAre() {
		final ResultsTable table = ResultsTable.getResultsTable();
		table.addRow();
		table.addValue("Area", 12.5);
		classify(PlainImageJ.digit(1), "");
		assertEquals(2, table.size());
		assertEquals(12.5, table.getValue("Area", 0));
		assertEquals("", table.getStringValue("p_3", 0));
		assertEquals("", table.getStringValue("confidence", 0));
	}

	@Test
	void missingImageIsAClearError() {
		final UserFailure failure = assertThrows(UserFailure.class,
			() -> PlainImageJ.run(Commands.CLASSIFY_IMAGE, null, "model=[" +
				TinyModels.digits() + "]"));
		assertTrue(failure.getMessage().contains("Expected an open image"), failure
			.getMessage());
	}

	private static ImagePlus stack(final int... digits) {
		final ImageStack stack = new ImageStack(28, 28);
		for (final int digit : digits) {
			stack.addSlice(PlainImageJ.digit(digit).getProcessor());
		}
		return new ImagePlus("stack", stack);
	}

	private static void classify(final ImagePlus image, final String more) {
		PlainImageJ.run(Commands.CLASSIFY_IMAGE, image, "model=[" + TinyModels
			.digits() + "] " + more);
	}

	private static List<String> probabilities(final ImagePlus image) {
		return probabilities(image, "");
	}

	private static List<String> probabilities(final ImagePlus image,
		final String more)
	{
		classify(image, more);
		return row(ResultsTable.getResultsTable().size() - 1);
	}

	private static List<String> row(final int row) {
		final ResultsTable table = ResultsTable.getResultsTable();
		return Arrays.stream(table.getHeadings()).filter(column -> column
			.startsWith("p_") || column.equals("class")).map(column -> column + "=" +
				table.getStringValue(column, row)).toList();
	}
}
