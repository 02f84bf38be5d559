
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.process.LUT;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.RegionCrop;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;
import io.github.cnnclassifier.imagej.roi.RegionOptions;
import io.github.cnnclassifier.imagej.roi.RegionSource;
import io.github.cnnclassifier.launch.Commands;

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

	@ParameterizedTest
	@ValueSource(strings = { "resize=pad", "resize=crop normalization=percentile",
		"resize=none normalization=zscore-channel", "normalization=zscore-image",
		"normalization=zscore-dataset", "channels=2 normalization=percentile:5-95",
		"pixelsize=0.9" })
	void displayAndSelectionHaveNoInfluence(final String rules) {
		final ImagePlus plain = PlainImageJ.cell();
		plain.getCalibration().setUnit("micron");
		plain.getCalibration().pixelWidth = 0.5;
		plain.getCalibration().pixelHeight = 0.5;
		final float[] expected = values(preprocessed(plain, "width=40 height=30 " +
			rules));
		plain.setDisplayRange(300, 400);
		plain.getProcessor().invertLut();
		plain.setC(2);
		plain.setLut(LUT.createLutFromColor(Color.RED));
		plain.setRoi(3, 4, 5, 6);
		assertArrayEquals(expected, values(preprocessed(plain,
			"width=40 height=30 " + rules)));
		assertTrue(Arrays.stream(box(expected)).distinct().count() > 20);
	}

	private static Float[] box(final float[] values) {
		final Float[] boxed = new Float[values.length];
		Arrays.setAll(boxed, i -> values[i]);
		return boxed;
	}

	@ParameterizedTest
	@ValueSource(strings = { "range", "percentile", "zscore-image" })
	void fileFormatAndBitDepthHaveNoInfluence(final String rule)
		throws IOException
	{
		final String options = "width=20 height=36 resize=pad normalization=" +
			rule;
		final ImagePlus digit = PlainImageJ.digit(4);
		final float[] expected = values(preprocessed(digit, options));
		final FileSaver saver = new FileSaver(digit);
		assertTrue(saver.saveAsTiff(file("tif")) && saver.saveAsPng(file("png")) &&
			saver.saveAsBmp(file("bmp")) && saver.saveAsPgm(file("pgm")));
		for (final String format : new String[] { "tif", "png", "bmp", "pgm" }) {
			assertArrayEquals(expected, values(preprocessed(new ImageJImageReader()
				.open(Path.of(file(format))), options)), format);
		}
		for (final int bits : new int[] { 16, 32 }) {
			final ImagePlus copy = PlainImageJ.digit(4);
			// without scaling, as the numbers are
			copy.setProcessor(bits == 16 ? copy.getProcessor().convertToShort(false)
				: copy.getProcessor().convertToFloat());
			assertArrayEquals(expected, values(preprocessed(copy, options)), bits +
				" bit");
		}
	}

	private String file(final String format) {
		return folder.resolve("digit." + format).toString();
	}

	@Test
	void channelsAreKnownByTheLabelsOfTheirSlices() {
		final ImagePlus cell = PlainImageJ.cell();
		final float[] second = values(preprocessed(cell, "channels=2"));
		cell.getStack().setSliceLabel("c:1/2 - DAPI", 1);
		cell.getStack().setSliceLabel("c:2/2 - alpha tubulin", 2);
		assertArrayEquals(second, values(preprocessed(cell,
			"channels=[Alpha tubulin]")));
		final UserFailure failure = assertThrows(UserFailure.class,
			() -> PlainImageJ.run(Commands.PREPROCESS, cell, "channels=GFP"));
		assertTrue(failure.getMessage().contains("found DAPI, alpha tubulin"),
			failure.getMessage());
	}

	@Test
	void rulesBesideAModelAreAnError() {
		for (final String rule : new String[] { "resize=pad",
			"normalization=percentile" })
		{
			final UserFailure failure = assertThrows(UserFailure.class, () -> failing(
				rule + " model=[" + TinyModels.digits() + "]"));
			assertTrue(failure.getMessage().contains(
				"leave out resize and normalization"), failure.getMessage());
		}
		assertEquals("Expected pixelSize to be auto, match or ignore, found '2'.",
			assertThrows(UserFailure.class, () -> failing("pixelsize=2 model=[" +
				TinyModels.digits() + "]")).getMessage());
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
			new RegionOptions("overlay", Optional.empty(), "")).regions();
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

	/** A 32-bit digit with one pixel that is no number, and three regions. */
	private static ImagePlus withHole() {
		final ImagePlus digit = PlainImageJ.digit(4);
		digit.setProcessor(digit.getProcessor().convertToFloat());
		digit.getProcessor().setf(20, 20, Float.NaN);
		digit.setOverlay(new Overlay());
		for (final int from : new int[] { 0, 15, 5 }) {
			final Roi roi = new Roi(from, from, 10, 10);
			roi.setName("at " + from);
			digit.getOverlay().add(roi);
		}
		return digit;
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "model=", "normalization=zscore-dataset" })
	void aRegionThatDoesNotFitIsToldAndTheOthersAreThere(final String rule) {
		final String options = "regions=overlay " + (rule.equals("model=")
			? "model=[" + TinyModels.digits() + "]" : rule);
		final ImagePlus input = preprocessed(withHole(), options);
		assertEquals(List.of("at 0", "at 5"), Arrays.asList(input.getStack()
			.getSliceLabels()).subList(0, input.getStackSize()));
		assertEquals(2, input.getNSlices());
	}

	@Test
	void whereNoRegionFitsTheFirstReasonIsTold() {
		final ImagePlus hole = withHole();
		hole.getOverlay().remove(2);
		hole.getOverlay().remove(0);
		for (final String rule : List.of("", " model=[" + TinyModels.digits() +
			"]"))
		{
			final String message = assertThrows(UserFailure.class, () -> preprocessed(
				hole, "regions=overlay" + rule)).getMessage();
			assertTrue(message.startsWith(
				"Not a single region can be preprocessed. The first one, 'at 15': " +
					"Expected finite pixel values"), message);
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
