
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.RegionCrop;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.RegionSource;
import io.github.cnnclassifier.imagej.RegionWishes;
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
	void savedImageIsTheSame() throws IOException {
		final Path file = folder.resolve("input of net.tif");
		final ImagePlus input = preprocessed(PlainImageJ.digit(4),
			"width=14 height=10 range=0..510 output=[" + file + "]");
		assertEquals("14 x 10", input.getWidth() + " x " + input.getHeight());
		assertArrayEquals(values(input), values(IJ.openImage(file.toString())));
	}

	@Test
	void eachRegionIsASliceWithExactlyWhatTheNetworkGets() throws IOException {
		final ImagePlus cell = PlainImageJ.cell();
		final Roi first = new OvalRoi(4, 5, 20, 22);
		first.setName("round");
		final Roi second = new Roi(-3, -3, 12, 30);
		second.setName("at the border");
		cell.setOverlay(new Overlay(first));
		cell.getOverlay().add(second);
		final ImagePlus input = preprocessed(cell, "regions=overlay margin=2 " +
			"masked=true model=[" + TinyModels.cells() + "]");
		assertEquals("2 channels, 2 slices, 1 frames, 32 bit", input
			.getNChannels() + " channels, " + input.getNSlices() + " slices, " + input
				.getNFrames() + " frames, " + input.getBitDepth() + " bit");
		final Preprocessing preprocessing = ModelArchive.describe(TinyModels
			.cells()).preprocessing();
		final List<RegionOfInterest> regions = RegionSource.of(cell,
			new RegionWishes("overlay", null, "")).regions();
		assertEquals(2, regions.size());
		for (int i = 0; i < 2; i++) {
			final float[] tensor = preprocessing.apply(RegionCrop.of(ImagePlusAdapter
				.current(cell), regions.get(i), new RegionCropping(2, true)));
			assertArrayEquals(tensor, Arrays.copyOfRange(values(input), i *
				tensor.length, (i + 1) * tensor.length));
			assertEquals(regions.get(i).name(), input.getStack().getSliceLabel(2 * i +
				1));
		}
	}

	@Test
	void regionOfTheSameSizeIsTheVeryPixels() {
		final ImagePlus digit = PlainImageJ.digit(4);
		digit.setRoi(3, 5, 10, 8);
		final ImagePlus input = preprocessed(digit,
			"regions=selection width=10 height=8 range=0..255");
		for (int y = 0; y < 8; y++) {
			for (int x = 0; x < 10; x++) {
				assertEquals(digit.getProcessor().get(3 + x, 5 + y) / 255f, input
					.getProcessor().getf(x, y));
			}
		}
	}

	@Test
	void imageWithoutUsableRegionIsAnError() {
		final ImagePlus digit = PlainImageJ.digit(4);
		digit.setOverlay(new Overlay(new Line(1, 1, 4, 4)));
		assertTrue(assertThrows(UserFailure.class, () -> preprocessed(digit,
			"regions=overlay")).getMessage().contains("found none"));
	}

	@Test
	void marginWithoutRegionsIsAnError() {
		for (final String option : List.of("margin=2", "masked"))
			assertTrue(assertThrows(UserFailure.class, () -> failing(option))
				.getMessage().contains("regions=auto"));
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
