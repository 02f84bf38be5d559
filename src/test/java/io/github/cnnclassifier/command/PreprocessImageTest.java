
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.launch.Commands;

/** Preprocess Image in ImageJ without a display. */
class PreprocessImageTest {

	@TempDir
	private Path folder;

	@Test
	void openedImageIsExactlyWhatTheNetworkGets() throws IOException {
		final ImagePlus cell = PlainImageJ.cell();
		cell.setDisplayRange(300, 400);
		final float[] expected = ModelArchive.describe(TinyModels.cells())
			.preprocessing().apply(ImagePlusAdapter.current(cell));
		final ImagePlus input = preprocessed(cell, "model=[" + TinyModels.cells() +
			"]");
		assertEquals("2 channels, 1 slices, 1 frames, 32 bit", input
			.getNChannels() + " channels, " + input.getNSlices() + " slices, " + input
				.getNFrames() + " frames, " + input.getBitDepth() + " bit");
		assertArrayEquals(expected, values(input));
		assertEquals("Network input of " + cell.getTitle(), input.getTitle());
	}

	@Test
	void ofAStackTheChosenPlaneIsSeen() {
		final ImageStack slices = new ImageStack(28, 28);
		for (int digit = 1; digit <= 3; digit++) {
			slices.addSlice(PlainImageJ.digit(digit).getProcessor());
		}
		final ImagePlus stack = new ImagePlus("stack", slices);
		stack.setSlice(3);
		final String size = "width=28 height=28 range=0..255 ";
		assertArrayEquals(values(preprocessed(PlainImageJ.digit(3), size)), values(
			preprocessed(stack, size)));
		assertArrayEquals(values(preprocessed(PlainImageJ.digit(2), size)), values(
			preprocessed(stack, size + "planes=middle")));
		final float[] mean = values(preprocessed(stack, size + "planes=mean"));
		for (int i = 0; i < mean.length; i++) {
			double sum = 0;
			for (int slice = 1; slice <= 3; slice++) {
				sum += slices.getProcessor(slice).get(i);
			}
			assertEquals(sum / 3 / 255, mean[i], 1e-6);
		}
	}

	@Test
	void savedImageIsTheSame() throws IOException {
		final Path file = folder.resolve("input of net.tif");
		final ImagePlus input = preprocessed(PlainImageJ.digit(4),
			"width=14 height=10 range=0..510 output=[" + file + "]");
		assertEquals("14 x 10", input.getWidth() + " x " + input.getHeight());
		assertArrayEquals(values(input), values(IJ.openImage(file.toString())));
	}

	@Test
	void sizeBesideAModelIsAnError() {
		final UserFailure failure = assertThrows(UserFailure.class, () -> failing(
			"width=14 model=[" + TinyModels.digits() + "]"));
		assertTrue(failure.getMessage().contains("leave out width and height"),
			failure.getMessage());
	}

	@Test
	void existingFileIsKept() throws IOException {
		final Path file = Files.writeString(folder.resolve("mine.tif"), "mine");
		final UserFailure failure = assertThrows(UserFailure.class, () -> failing(
			"output=[" + file + "]"));
		assertTrue(failure.getMessage().contains("overwrite"), failure
			.getMessage());
		assertEquals("mine", Files.readString(file));
	}

	private static void failing(final String options) {
		PlainImageJ.run(Commands.PREPROCESS, PlainImageJ.digit(4), options);
	}

	private static ImagePlus preprocessed(final ImagePlus image,
		final String options)
	{
		return (ImagePlus) PlainImageJ.module(Commands.PREPROCESS, image, options)
			.getOutput("preprocessed");
	}

	/** C,H,W. */
	private static float[] values(final ImagePlus image) {
		final int plane = image.getWidth() * image.getHeight();
		final float[] values = new float[image.getStackSize() * plane];
		for (int c = 0; c < image.getStackSize(); c++) {
			System.arraycopy(image.getStack().getPixels(c + 1), 0, values, c * plane,
				plane);
		}
		return values;
	}
}
