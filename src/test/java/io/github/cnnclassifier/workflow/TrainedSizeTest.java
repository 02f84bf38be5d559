
package io.github.cnnclassifier.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.ImageSize;
import io.github.cnnclassifier.image.ImageSizes;
import io.github.cnnclassifier.image.InputRule;
import io.github.cnnclassifier.image.Intensity;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.WindowGrid;
import io.github.cnnclassifier.workflow.map.RequestedWindow;
import io.github.cnnclassifier.workflow.regions.CropSizes;

/** Windows and crops beside the size of the training images. */
class TrainedSizeTest {

	private static final PixelSize HALF = new PixelSize(0.5, 0.5, "micron");
	private static final ImageSizes WIDE = new ImageSizes(new ImageSize(56, 40),
		new ImageSize(64, 48), new ImageSize(80, 60));

	private static Preprocessing input(final ResizeRule rule) {
		return new Preprocessing(32, 32, 1, ChannelRule.GRAY, null, rule, Intensity
			.of(new IntensityRange(0, 255)));
	}

	private static TrainedSize trained(final ResizeRule rule,
		final ImageSizes sizes)
	{
		return new TrainedSize(input(rule), sizes);
	}

	/** 200 x 150 pixels. */
	private static SampleImage image(final PixelSize size) {
		return new SampleImage(200, 150, 1, false, 8, Pixels.of(new float[200 *
			150]), size, "field.tif");
	}

	private static String windows(final RequestedWindow wish,
		final PixelSize size, final TrainedSize trained)
	{
		final WindowGrid grid = wish.grid(image(size), wish.size(image(size),
			trained), trained);
		return grid.horizontal().window() + " x " + grid.vertical().window() +
			" every " + grid.horizontal().stride() + ", " + grid.vertical().stride();
	}

	private static Optional<String> notice(final int window, final PixelSize size,
		final TrainedSize trained)
	{
		final RequestedWindow wish = new RequestedWindow(window, 0);
		return wish.notice(image(size), wish.size(image(size), trained), trained);
	}

	@Test
	void windowsAreAsLargeAsTheMedianTrainingImage() {
		final TrainedSize trained = trained(ResizeRule.STRETCH, WIDE);
		assertEquals("64 x 48 every 16, 12", windows(new RequestedWindow(0, 0),
			null, trained));
		assertEquals("64 x 48 every 9, 9", windows(new RequestedWindow(0, 9), null,
			trained));
		assertEquals(
			"Windows of 64 x 48 pixels: the size of the training images, " +
				"64 x 48 pixels (median; from 56 x 40 to 80 x 60).", notice(0, null,
					trained).orElseThrow());
	}

	@Test
	void windowsAreAsLargeAsTheInputWhereTheModelDoesNotTell() {
		final TrainedSize trained = trained(ResizeRule.STRETCH, null);
		assertEquals("32 x 32 every 8, 8", windows(new RequestedWindow(0, 0), null,
			trained));
		assertEquals("Windows of 32 x 32 pixels: the size of the model's input, " +
			"as the model does not tell how large its training images were.", notice(
				0, null, trained).orElseThrow());
		assertEquals("150 x 150 every 37, 37", windows(new RequestedWindow(150, 0),
			null, trained));
		assertEquals(Optional.empty(), notice(150, null, trained));
	}

	@ParameterizedTest
	@CsvSource({ "PAD,64 x 48", "CROP,48 x 48", "NONE,32 x 32" })
	void windowsShowWhatTheNetworkSawOfATrainingImage(final ResizeRule rule,
		final String expected)
	{
		final TrainedSize trained = trained(rule, WIDE);
		assertTrue(windows(new RequestedWindow(0, 0), null, trained).startsWith(
			expected));
		assertEquals(rule != ResizeRule.PAD, notice(0, null, trained).orElseThrow()
			.contains("what the network saw of its training images, 64 x 48"));
	}

	@Test
	void paddedTrainingImagesGiveWindowsThatArePadded() {
		final TrainedSize trained = trained(ResizeRule.NONE, ImageSizes.of(List.of(
			new ImageSize(20, 24))));
		assertEquals("20 x 24 every 5, 6", windows(new RequestedWindow(0, 0), null,
			trained));
		assertEquals("32 x 32 every 8, 8", windows(new RequestedWindow(32, 0), null,
			trained));
		assertThrows(UserFailure.class, () -> windows(new RequestedWindow(48, 0),
			null, trained));
	}

	@Test
	void windowOfAnotherWidthKeepsTheProportions() {
		assertEquals("96 x 72 every 24, 18", windows(new RequestedWindow(96, 0),
			null, trained(ResizeRule.STRETCH, WIDE)));
		assertEquals("96 x 96 every 24, 24", windows(new RequestedWindow(96, 0),
			null, trained(ResizeRule.CROP, WIDE)));
	}

	@Test
	void windowUnlikeTheTrainingImagesIsTold() {
		final TrainedSize trained = trained(ResizeRule.STRETCH, WIDE);
		assertEquals(Optional.empty(), notice(120, null, trained));
		assertEquals(Optional.empty(), notice(38, null, trained));
		assertEquals(
			"Warning: Windows of 121 x 91 pixels are unlike the training " +
				"images, 64 x 48 pixels (median; from 56 x 40 to 80 x 60), so classes " +
				"may be wrong. window=0 takes their size.", notice(121, null, trained)
					.orElseThrow());
		assertTrue(notice(35, null, trained).isPresent());
	}

	@Test
	void whereImagesAreResampledTheirSizeAfterThatCounts() {
		final PixelSize fine = new PixelSize(250, 125, "nm");
		final TrainedSize matched = new TrainedSize(input(ResizeRule.STRETCH)
			.withInputRule(InputRule.NONE.then(new InputRule.Resampled(HALF))),
			new ImageSizes(new ImageSize(30, 30), new ImageSize(40, 30),
				new ImageSize(40, 30)));
		assertEquals("80 x 120 every 20, 30", windows(new RequestedWindow(0, 0),
			fine, matched));
		assertEquals("Windows of 80 x 120 pixels: the size of the training " +
			"images, 40 x 30 pixels (median; from 30 x 30 to 40 x 30), at 0.5 " +
			"micron a pixel.", notice(0, fine, matched).orElseThrow());
		assertEquals(Optional.empty(), notice(120, fine, matched));
		assertTrue(notice(180, fine, matched).orElseThrow().startsWith(
			"Warning: Windows of 180 x 270 pixels (resampled 90 x 68 pixels) are"));
	}

	@Test
	void aModelOfOnePixelSizeHasWindowsOfThatSize() {
		final TrainedSize matched = new TrainedSize(input(ResizeRule.NONE)
			.withPixelSize(HALF), new ImageSizes(new ImageSize(20, 20), new ImageSize(
				24, 40), new ImageSize(50, 50)));
		assertEquals("48 x 64 every 12, 16", windows(new RequestedWindow(0, 0),
			new PixelSize(0.25, 0.25, "um"), matched));
		assertTrue(assertThrows(UserFailure.class, () -> windows(
			new RequestedWindow(0, 0), null, matched)).getMessage().contains(
				"found no pixel size"));
	}

	private static Optional<String> crops(final TrainedSize trained,
		final int margin, final PixelSize pixelSize, final int... sides)
	{
		final CropSizes crops = new CropSizes(trained);
		for (int i = 0; i < sides.length; i += 2) {
			crops.add(new SampleImage(sides[i], sides[i + 1], 1, false, 8, Pixels.of(
				new float[sides[i] * sides[i + 1]]), pixelSize, "crop"));
		}
		return crops.warning(margin);
	}

	@Test
	void tooSmallCropsAreToldWithTheMarginThatHelps() {
		final TrainedSize trained = trained(ResizeRule.STRETCH, WIDE);
		assertEquals(Optional.of("Warning: The median region has 20 x 20 " +
			"pixels, the training images 64 x 48 pixels (median; from 56 x 40 to " +
			"80 x 60), so classes may be wrong. margin=18 makes regions about as " +
			"large."), crops(trained, 0, null, 20, 20, 90, 20, 10, 60));
		assertEquals(Optional.empty(), crops(trained, 18, null, 56, 56, 20, 20, 90,
			70));
	}

	@Test
	void tooLargeCropsAreToldWithASmallerMarginIfThereIsOne() {
		final TrainedSize trained = trained(ResizeRule.STRETCH, WIDE);
		assertTrue(crops(trained, 40, null, 130, 130).orElseThrow().startsWith(
			"Warning: The median region with its margin has 130 x 130 pixels"));
		assertTrue(crops(trained, 40, null, 130, 130).orElseThrow().endsWith(
			" margin=3 makes regions about as large."));
		for (final Optional<String> hopeless : List.of(crops(trained, 10, null, 130,
			130), crops(trained, 0, null, 10, 200), crops(trained, 9_999, null, 2,
				2)))
		{
			assertTrue(hopeless.orElseThrow().endsWith(
				" with another margin or other regions."));
		}
	}

	@Test
	void whatTheRuleCutsOffIsNotCompared() {
		// of both the network sees the middle
		assertEquals(Optional.empty(), crops(trained(ResizeRule.NONE, WIDE), 0,
			null, 500, 500));
		assertEquals(Optional.empty(), crops(trained(ResizeRule.CROP, WIDE), 0,
			null, 500, 50));
		// training images filled the input, these are padded
		assertTrue(crops(trained(ResizeRule.NONE, WIDE), 0, null, 20, 20)
			.isPresent());
		assertTrue(crops(trained(ResizeRule.PAD, WIDE), 0, null, 64, 20)
			.isPresent());
	}

	@Test
	void nothingIsComparedWithAModelThatDoesNotTell() {
		assertEquals(Optional.empty(), crops(trained(ResizeRule.STRETCH, null), 0,
			null, 500, 500));
		assertEquals(Optional.empty(), crops(trained(ResizeRule.STRETCH, WIDE), 0,
			null));
	}

	@Test
	void cropsOfAnotherPixelSizeAreComparedOnceResampled() {
		final TrainedSize matched = new TrainedSize(input(ResizeRule.STRETCH)
			.withInputRule(new InputRule.Resampled(HALF)), WIDE);
		final PixelSize fine = new PixelSize(0.125, 0.125, "um");
		assertEquals(Optional.empty(), crops(matched, 0, fine, 256, 200));
		assertEquals(Optional.of("Warning: The median region has 64 x 48 " +
			"pixels (resampled 16 x 12 pixels), the training images 64 x 48 pixels " +
			"(median; from 56 x 40 to 80 x 60), at 0.5 micron a pixel, so classes " +
			"may be wrong. margin=84 makes regions about as large."), crops(matched,
				0, fine, 64, 48));
	}
}
