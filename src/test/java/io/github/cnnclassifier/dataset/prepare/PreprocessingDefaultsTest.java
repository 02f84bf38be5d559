
package io.github.cnnclassifier.dataset.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.dataset.survey.SurveyedSamples;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.image.SampleImage;

class PreprocessingDefaultsTest {

	private static SurveyedSample gray(final int width, final int height) {
		return SurveyedSamples.shaped("gray.tif", width, height, 1, false, 0, 200);
	}

	private static SurveyedSample channels(final int channels,
		final boolean rgb)
	{
		return SurveyedSamples.shaped(channels + ".tif", 32, 32, channels, rgb, 0,
			200);
	}

	private static Preprocessing choose(final PreprocessingOptions options,
		final SurveyedSample... samples)
	{
		return PreprocessingDefaults.choose(List.of(samples), options)
			.preprocessing();
	}

	private static Preprocessing choose(final SurveyedSample... samples) {
		return choose(PreprocessingOptions.NONE, samples);
	}

	private static PreprocessingOptions channels(final ChannelRule rule) {
		return new PreprocessingOptions(null, null, rule, null);
	}

	@ParameterizedTest
	@CsvSource({ "28,28,28,28", "16,128,16,128", "97,33,97,33", "15,15,28,28",
		"200,200,128,128", "300,290,128,128", "400,200,128,64", "1000,100,128,28",
		"129,120,124,124" })
	void theCommonSizeIsKeptUnlessItIsTinyOrLarge(final int width,
		final int height, final int expectedWidth, final int expectedHeight)
	{
		final Preprocessing chosen = choose(gray(width, height), gray(width,
			height));
		assertEquals(expectedWidth, chosen.width());
		assertEquals(expectedHeight, chosen.height());
	}

	@Test
	void differentSizesGiveTheRoundedMedian() {
		final Preprocessing chosen = choose(gray(50, 100), gray(61, 90), gray(70,
			80));
		assertEquals(60, chosen.width());
		assertEquals(92, chosen.height());
	}

	@Test
	void channelsFollowTheImages() {
		assertEquals(ChannelRule.AS_IS, choose(channels(1, false)).channelRule());
		assertEquals(1, choose(channels(1, false)).channels());
		// so that a gray image is not turned into RGB unless it is asked for
		assertEquals(ChannelRule.AS_IS, choose(channels(3, true)).channelRule());
		assertEquals(ChannelRule.RGB, choose(channels(1, false), channels(3, true))
			.channelRule());
		final Preprocessing two = choose(channels(2, false), channels(2, false));
		assertEquals(ChannelRule.AS_IS, two.channelRule());
		assertEquals(2, two.channels());
		assertEquals(ChannelRule.AS_IS, choose(channels(3, false)).channelRule());
	}

	@Test
	void differentChannelsNameTwoFiles() {
		final UserFailure e = assertThrows(UserFailure.class, () -> choose(channels(
			1, false), channels(2, false)));
		assertEquals(
			"Expected images with the same channels, found 2 channels in " +
				"'2.tif' and 1 channel in '1.tif'. Convert the images so that they agree.",
			e.getMessage());
	}

	@Test
	void theRangeComesFromTheValuesAlone() {
		assertEquals("0..255", choose(gray(28, 28)).range().toString());
		assertEquals("0..4095", choose(gray(28, 28), SurveyedSamples.shaped("x", 28,
			28, 1, false, 112, 4001)).range().toString());
		assertEquals("-77.625..376.125", choose(gray(28, 28), SurveyedSamples
			.shaped("x", 28, 28, 1, false, -2, 300.5)).range().toString());
	}

	@Test
	void wishesWin() {
		final Preprocessing chosen = choose(new PreprocessingOptions(40, 20,
			ChannelRule.GRAY, new IntensityRange(0, 1000)), channels(3, true));
		assertEquals(new Preprocessing(40, 20, 1, ChannelRule.GRAY,
			new IntensityRange(0, 1000)), chosen);
		assertEquals(2, choose(channels(ChannelRule.AS_IS), channels(2, false))
			.channels());
	}

	@Test
	void oneWishedSideKeepsTheProportion() {
		final Preprocessing chosen = choose(new PreprocessingOptions(null, 32, null,
			null), gray(400, 200));
		assertEquals(64, chosen.width());
		assertEquals(32, chosen.height());
	}

	@Test
	void wishesThatTheImagesCannotFulfillAreRefused() {
		assertTrue(assertThrows(UserFailure.class, () -> choose(channels(
			ChannelRule.GRAY), channels(2, false))).getMessage().contains(
				"Expected gray or RGB images, found 2 channels in '2.tif'"));
		assertThrows(UserFailure.class, () -> choose(channels(ChannelRule.RGB),
			channels(3, true), channels(4, false)));
		assertThrows(UserFailure.class, () -> choose(channels(ChannelRule.AS_IS),
			channels(3, true), channels(1, false)));
		assertEquals("Expected width from 8 to 1024 pixels, found 4.", assertThrows(
			WrongUsage.class, () -> new PreprocessingOptions(4, null, null, null))
			.getMessage());
	}

	private static SurveyedSample sized(final int width, final PixelSize size) {
		return SurveyedSample.of(new SampleImage(width, 40, 1, false, 8, Pixels
			.ofUnsignedBytes(new byte[40 * width]), size, width + ".tif"));
	}

	private static PreprocessingOptions matching(final String text) {
		return new PreprocessingOptions(null, null, null, null, null,
			RequestedPixelSize.parse(text), null);
	}

	@Test
	void pixelSizesAreMatchedToTheMedianAndTheInputIsAsLarge() {
		final Preprocessing chosen = choose(matching("match"), sized(40,
			new PixelSize(0.5, 0.5, "micron")), sized(60, new PixelSize(600, 600,
				"nm")), sized(80, new PixelSize(0.001, 0.001, "mm")));
		assertEquals(600, chosen.pixelSize().in("nm").orElseThrow().width(), 1e-9);
		assertEquals(ResizeRule.NONE, chosen.resize());
		// 33, 60 and 133 pixels of 0.6 micron; 33, 40 and 67
		assertEquals("60 x 40", chosen.width() + " x " + chosen.height());
		assertEquals("2 micron", choose(matching("2"), sized(40, new PixelSize(0.5,
			0.5, "micron"))).pixelSize().toString());
		assertNull(choose(matching("off"), sized(40, null)).pixelSize());
	}

	@Test
	void aPixelSizeIsGivenInTheUnitOfTheImagesOrWithItsOwn() {
		final SurveyedSample micron = sized(40, new PixelSize(0.5, 0.5, "micron"));
		final SurveyedSample nano = sized(50, new PixelSize(500, 500, "nm"));
		assertEquals("500 nm", choose(matching("500nm"), micron, nano).pixelSize()
			.toString());
		assertEquals("0.5 micron", choose(matching("0.5"), micron, sized(40,
			new PixelSize(1, 1, "um"))).pixelSize().toString());
		assertEquals(
			"Expected pixelSize with a unit, as the images have several: " +
				"'40.tif' micron, '50.tif' nm. Write for instance pixelSize=0.5um.",
			assertThrows(UserFailure.class, () -> choose(matching("0.5"), micron,
				nano)).getMessage());
	}

	@Test
	void pixelSizesThatAreMissingOrOfAnotherKindAreRefused() {
		final SurveyedSample micron = sized(40, new PixelSize(0.5, 0.5, "micron"));
		assertEquals(
			"Expected images with a known pixel size, found none in 1 of " +
				"2, the first is '50.tif'. Set it (in ImageJ: Image > Properties...) or " +
				"leave pixelSize out.", assertThrows(UserFailure.class, () -> choose(
					matching("match"), micron, sized(50, null))).getMessage());
		assertTrue(assertThrows(UserFailure.class, () -> choose(matching("match"),
			micron, sized(50, new PixelSize(1, 1, "step")))).getMessage().contains(
				"resampled to 0.5 micron, found 1 step in '50.tif': the unit is no"));
		assertTrue(assertThrows(UserFailure.class, () -> choose(matching("900"),
			micron)).getMessage().contains("more than 100 times off"));
		for (final String text : new String[] { "0", "-1", "0.5 u m", "NaN", "on",
			"1e999" })
			assertThrows(WrongUsage.class, () -> RequestedPixelSize.parse(text),
				text);
	}

	@Test
	void chosenChannelsMustBeInEveryImage() {
		final Preprocessing chosen = choose(channels(ChannelRule.parse("2,1")),
			channels(2, false), channels(3, true));
		assertEquals(2, chosen.channels());
		assertTrue(assertThrows(UserFailure.class, () -> choose(channels(ChannelRule
			.parse("3")), channels(3, true), channels(2, false))).getMessage()
			.startsWith("Expected images with a channel 3, found 2 channels in " +
				"'2.tif'"));
		assertTrue(assertThrows(UserFailure.class, () -> choose(channels(17,
			false))).getMessage().startsWith("Expected images with at most 16 " +
				"channels, found 17 channels in '17.tif'"));
		assertEquals(16, choose(channels(16, false)).channels());
	}

	private static SurveyedSample stained(final String file,
		final List<String> names, final float... brightest)
	{
		final float[] values = new float[4 * brightest.length];
		for (int c = 0; c < brightest.length; c++) {
			values[4 * c + 1] = brightest[c];
		}
		return SurveyedSample.of(new SampleImage(2, 2, brightest.length, false, 16,
			Pixels.of(values), null, file, names));
	}

	@Test
	void theRangeIsThatOfTheChosenChannelsAlone() {
		final SurveyedSample first = stained("1.tif", List.of("DAPI", "actin"), 200,
			4000);
		final SurveyedSample swapped = stained("2.tif", List.of("Actin", "dapi"),
			60000, 180);
		assertEquals("0..255", choose(channels(ChannelRule.parse("1")), first)
			.range().toString());
		assertEquals("0..4095", choose(channels(ChannelRule.parse("2")), first,
			swapped).range().toString());
		assertEquals("0..255", choose(channels(ChannelRule.parse("DAPI")), first,
			swapped).range().toString());
		assertEquals("0..65535", choose(channels(ChannelRule.parse("actin,DAPI")),
			first, swapped).range().toString());
		assertEquals("0..65535", choose(first, swapped).range().toString());
	}

	@Test
	void aChosenNameMustBeInEveryImage() {
		assertEquals("Expected one channel named 'actin', found DAPI, PI in " +
			"'2.tif'. Choose by number, such as channels=1, or one of auto, gray, " +
			"rgb, as-is.", assertThrows(UserFailure.class, () -> choose(channels(
				ChannelRule.parse("actin")), stained("1.tif", List.of("DAPI", "actin"),
					1, 2), stained("2.tif", List.of("DAPI", "PI"), 1, 2))).getMessage());
	}

	@Test
	void wishesThatExcludeEachOtherAreRefused() {
		assertThrows(WrongUsage.class, () -> new PreprocessingOptions(null, null,
			null, null, ResizeRule.PAD, RequestedPixelSize.MEDIAN, null));
		assertThrows(WrongUsage.class, () -> new PreprocessingOptions(null, null,
			null, new IntensityRange(0, 1), null, null, Normalization.PERCENTILE));
		assertEquals(Normalization.PERCENTILE, choose(new PreprocessingOptions(null,
			null, null, null, ResizeRule.NONE, RequestedPixelSize.MEDIAN,
			Normalization.PERCENTILE), sized(40, new PixelSize(1, 1, "nm")))
			.intensity().normalization());
	}

	@Test
	void everyChoiceIsExplained() {
		assertEquals(List.of(
			"All images have 28 x 28 pixels, and so has the input.",
			"All images have 1 channel, taken as it is.",
			"The pixel values lie within 0..255, which becomes 0..1."),
			PreprocessingDefaults.choose(List.of(gray(28, 28)),
				PreprocessingOptions.NONE).reasons());
		final List<String> asked = PreprocessingDefaults.choose(List.of(gray(28,
			28)), new PreprocessingOptions(32, 32, ChannelRule.RGB,
				new IntensityRange(0, 1000))).reasons();
		assertEquals(List.of("As decided before, the input has 32 x 32 pixels.",
			"As asked for: channels=rgb.",
			"As asked for: pixel values 0..1000 become 0..1."), asked);
	}
}
