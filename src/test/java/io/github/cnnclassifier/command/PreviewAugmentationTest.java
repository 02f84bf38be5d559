
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.NewImage;
import ij.process.ImageProcessor;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.launch.Commands;

/** Preview CNN Augmentation in ImageJ without a display. */
class PreviewAugmentationTest {

	@TempDir
	private Path folder;

	@Test
	void firstCellIsTheNetworkInputAndTheOthersAreChanged() {
		final ImagePlus cell = PlainImageJ.cell();
		final String model = "model=[" + TinyModels.cells() + "]";
		final ImagePlus input = (ImagePlus) PlainImageJ.module(Commands.PREPROCESS,
			cell, model).getOutput("preprocessed");
		final ImagePlus sheet = sheet(cell, model +
			" augmentation=microscopy copies=8");
		assertEquals("Augmentation of " + cell.getTitle(), sheet.getTitle());
		final int step = input.getWidth() + 2;
		assertEquals(3 * step - 2 + " x " + (3 * step - 2) + " x 2, 32 bit", sheet
			.getWidth() + " x " + sheet.getHeight() + " x " + sheet.getNChannels() +
			", " + sheet.getBitDepth() + " bit");
		for (int c = 1; c <= 2; c++) {
			final float[] expected = (float[]) input.getStack().getPixels(c);
			final ImageProcessor whole = sheet.getStack().getProcessor(c);
			for (int i = 0; i < 9; i++) {
				whole.setRoi(i % 3 * step, i / 3 * step, input.getWidth(), input
					.getHeight());
				final float[] found = (float[]) whole.crop().getPixels();
				if (i == 0) assertArrayEquals(expected, found);
				else assertFalse(Arrays.equals(expected, found));
			}
		}
	}

	@Test
	void theSameSeedGivesTheSameSheet() {
		final float[] first = pixels(sheet(PlainImageJ.digit(4), "seed=3"));
		assertArrayEquals(first, pixels(sheet(PlainImageJ.digit(4), "seed=3")));
		assertFalse(Arrays.equals(first, pixels(sheet(PlainImageJ.digit(4),
			"seed=4"))));
	}

	@Test
	void noneShowsTheSameCellsOnly() {
		final ImageProcessor sheet = sheet(PlainImageJ.digit(4),
			"augmentation=none copies=1").getProcessor();
		for (int y = 0; y < 28; y++) {
			for (int x = 0; x < 28; x++)
				assertEquals(sheet.getf(x, y), sheet.getf(x + 30, y));
			assertEquals(1, sheet.getf(28, y));
		}
	}

	/** A wide image in every type that ImageJ knows. */
	@ParameterizedTest
	@CsvSource({ "8,1", "16,1", "32,1", "24,3" })
	void everyKindOfImageIsShown(final int bits, final int channels) {
		final ImagePlus image = NewImage.createImage("wide", 120, 40, 1, bits,
			NewImage.FILL_RAMP);
		final ImagePlus sheet = sheet(image, "augmentation=strong copies=3");
		assertEquals(channels, sheet.getNChannels());
		assertEquals("242 x 82", sheet.getWidth() + " x " + sheet.getHeight());
	}

	/** A 16-bit image may fill a small part of its range. */
	@Test
	void aDarkImageIsShownBrightEnoughToSee() {
		final ImagePlus dark = PlainImageJ.digit(4);
		dark.setProcessor(dark.getProcessor().convertToShort(false));
		dark.getProcessor().add(300);
		final ImagePlus sheet = sheet(dark, "augmentation=light");
		assertEquals(300 / 1023f, sheet.getDisplayRangeMin(), 1e-6);
		assertEquals(555 / 1023f, sheet.getDisplayRangeMax(), 1e-6);
	}

	@Test
	void savedSheetIsTheSame() {
		final Path file = folder.resolve("sheet of 4.tif");
		final ImagePlus sheet = sheet(PlainImageJ.digit(4), "output=[" + file +
			"]");
		assertArrayEquals(pixels(sheet), pixels(IJ.openImage(file.toString())));
	}

	@Test
	void existingFileIsKept() throws IOException {
		final Path file = Files.writeString(folder.resolve("mine.tif"), "mine");
		assertTrue(failure("output=[" + file + "]").contains("overwrite"));
		assertEquals("mine", Files.readString(file));
	}

	/** What the messages advise is what the command can do. */
	@Test
	void imagesUnlikeThoseOfTheModelAreShownAsAdvised() {
		final String digits = "model=[" + TinyModels.digits() + "]";
		final ImagePlus rgb = PlainImageJ.digit(4);
		rgb.setProcessor(rgb.getProcessor().convertToRGB());
		assertWayOut(rgb, digits, "channels=gray");
		final ImagePlus sixteen = PlainImageJ.digit(4);
		sixteen.setProcessor(sixteen.getProcessor().convertToShort(false));
		sixteen.getProcessor().multiply(16);
		assertWayOut(sixteen, digits, "range=0..4095");
		final ImagePlus coarse = PlainImageJ.cell();
		coarse.getCalibration().pixelWidth *= 2;
		coarse.getCalibration().pixelHeight *= 2;
		final String cells = "model=[" + TinyModels.cells() + "]";
		assertWayOut(coarse, cells, "pixelSize=match");
		assertWayOut(coarse, cells, "pixelSize=ignore");
	}

	private static void assertWayOut(final ImagePlus image, final String model,
		final String advice)
	{
		final String message = failure(image, model);
		assertTrue(message.contains(advice), message);
		final String options = model + " " + advice;
		final ImagePlus input = (ImagePlus) PlainImageJ.module(Commands.PREPROCESS,
			image, options).getOutput("preprocessed");
		final ImagePlus sheet = sheet(image, options + " copies=1");
		for (int c = 1; c <= input.getNChannels(); c++) {
			final ImageProcessor first = sheet.getStack().getProcessor(c);
			first.setRoi(0, 0, input.getWidth(), input.getHeight());
			assertArrayEquals((float[]) input.getStack().getPixels(c), (float[]) first
				.crop().getPixels());
		}
	}

	@Test
	void withoutAModelChannelsAndRangeAreChosen() {
		final ImagePlus sheet = sheet(PlainImageJ.cell(),
			"channels=2 range=0..65535 copies=1");
		assertEquals(1, sheet.getNChannels());
		final ImagePlus cell = PlainImageJ.cell();
		assertEquals(cell.getStack().getProcessor(2).getf(5, 5) / 65535, sheet
			.getProcessor().getf(5, 5), 1e-6f);
		assertEquals("Expected a model for pixelSize=match, found none. Name the " +
			"model whose pixel size counts, or leave pixelSize out.", failure(
				"pixelSize=match"));
	}

	@Test
	void mistakesSayWhatWasExpected() {
		assertTrue(failure("copies=0").contains(
			"'copies' to be a whole number from 1 to 99, got '0'"));
		assertTrue(failure("augmentation=wild").contains("'microscopy'"));
		assertTrue(failure("augmentation=nowhere.yaml").contains("nowhere.yaml"));
	}

	private static String failure(final String options) {
		return failure(PlainImageJ.digit(4), options);
	}

	private static String failure(final ImagePlus image, final String options) {
		return assertThrows(UserFailure.class, () -> PlainImageJ.run(
			Commands.PREVIEW_AUGMENTATION, image, options)).getMessage();
	}

	private static ImagePlus sheet(final ImagePlus image, final String options) {
		return (ImagePlus) PlainImageJ.module(Commands.PREVIEW_AUGMENTATION, image,
			options).getOutput("sheet");
	}

	private static float[] pixels(final ImagePlus image) {
		return (float[]) image.getProcessor().getPixels();
	}
}
