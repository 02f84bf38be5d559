
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

/**
 * Expected values by NumPy 2.4.6, for a = [[[3,7,1],[250,9,12]],
 * [[0,40,80],[120,160,200]]] of shape C,H,W.
 */
class NormalizationTest {

	private static final IntensityRange BYTE = new IntensityRange(0, 255);
	private static final float[] VALUES = { 3, 7, 1, 250, 9, 12, 0, 40, 80, 120,
		160, 200 };

	private static SampleImage image(final int width, final int height,
		final int channels, final float... values)
	{
		return new SampleImage(width, height, channels, false, 32, Pixels.of(
			values), null, "x.tif");
	}

	private static Preprocessing rule(final int width, final int height,
		final int channels, final String text)
	{
		final Normalization rule = Normalization.parse(text);
		final boolean dataset = rule.kind() == Normalization.Kind.ZSCORE_DATASET;
		return new Preprocessing(width, height, channels, ChannelRule.AS_IS, null,
			ResizeRule.PAD, new Intensity(rule, BYTE, dataset ? statistics(channels)
				: null));
	}

	private static ChannelStatistics statistics(final int channels) {
		return new ChannelStatistics(List.of(0.13823529411764704,
			0.29411764705882354).subList(0, channels), List.of(0.2854254801676795,
				0.23338001400466832).subList(0, channels));
	}

	static Stream<String> perImageRules() {
		return Stream.of("percentile", "percentile:10-75", "zscore-image",
			"zscore-channel");
	}

	static Stream<String> rules() {
		return Stream.concat(perImageRules(), Stream.of("range", "zscore-dataset"));
	}

	/**
	 * l, h = np.percentile(a, [1, 99.8], axis=(1, 2)); np.clip((a - l) / (h - l),
	 * 0, 1) with l and h per channel.
	 */
	@Test
	void percentilesOfEachChannel() {
		assertArrayEquals(new float[] { 0.007707285229116678f,
			0.023933149874210358f, 0, 1, 0.03204607963562012f, 0.044215478003025055f,
			0, 0.19230769574642181f, 0.3947368562221527f, 0.5971660017967224f,
			0.7995951175689697f, 1 }, rule(3, 2, 2, "percentile").apply(image(3, 2, 2,
				VALUES)), 1e-7f);
		assertArrayEquals(new float[] { 0.10810811072587967f, 0.5405405163764954f,
			0, 1, 0.7567567825317383f, 1, 0, 0.1538461595773697f, 0.4615384638309479f,
			0.7692307829856873f, 1, 1 }, rule(3, 2, 2, "percentile:10-75").apply(
				image(3, 2, 2, VALUES)), 1e-7f);
	}

	/** (a - a.mean()) / a.std(). */
	@Test
	void zScoreOfTheImage() {
		assertArrayEquals(new float[] { -0.8329887390136719f, -0.7857269644737244f,
			-0.8566195964813232f, 2.085425615310669f, -0.7620960474014282f,
			-0.7266497015953064f, -0.8684350252151489f, -0.3958173394203186f,
			0.0768003761768341f, 0.5494180917739868f, 1.022035837173462f,
			1.4946534633636475f }, rule(3, 2, 2, "zscore-image").apply(image(3, 2, 2,
				VALUES)), 1e-6f);
	}

	/** The same with mean and std over axis=(1, 2), keepdims. */
	@Test
	void zScoreOfEachChannel() {
		assertArrayEquals(new float[] { -0.4842773377895355f, -0.4402521252632141f,
			-0.5062899589538574f, 2.2342793941497803f, -0.4182395040988922f,
			-0.38522058725357056f, -1.4638501405715942f, -0.8783100843429565f,
			-0.29277002811431885f, 0.29277002811431885f, 0.8783100843429565f,
			1.4638501405715942f }, rule(3, 2, 2, "zscore-channel").apply(image(3, 2,
				2, VALUES)), 1e-6f);
	}

	/**
	 * b = a / 255, d = np.stack([b, b[:, ::-1] * 0.5]), mean and std of d over
	 * axis=(0, 2, 3), then (b - mean) / std.
	 */
	@Test
	void zScoreWithTheNumbersOfADataSet() {
		assertArrayEquals(new float[] { -0.443094938993454f, -0.38813742995262146f,
			-0.47057369351387024f, 2.950531482696533f, -0.3606586754322052f,
			-0.3194405436515808f, -1.2602521181106567f, -0.5881176590919495f,
			0.08401680737733841f, 0.7561512589454651f, 1.4282857179641724f,
			2.1004202365875244f }, rule(3, 2, 2, "zscore-dataset").apply(image(3, 2,
				2, VALUES)), 1e-6f);
	}

	@ParameterizedTest
	@MethodSource("perImageRules")
	void aConstantImageIsAllZero(final String text) {
		for (final float value : new float[] { 0, 7, 0.1f, -3e30f }) {
			final float[] values = new float[15];
			Arrays.fill(values, value);
			assertArrayEquals(new float[15], rule(5, 3, 1, text).apply(image(5, 3, 1,
				values)));
		}
	}

	/** As resampling leaves it: the last digit differs. */
	@ParameterizedTest
	@MethodSource("perImageRules")
	void whatDiffersByRoundingAloneIsAsGoodAsConstant(final String text) {
		final float[] values = new float[15];
		for (int i = 0; i < 15; i++)
			values[i] = i % 2 == 0 ? 0.5f : Math.nextUp(0.5f);
		for (final float v : rule(5, 3, 1, text).apply(image(5, 3, 1, values)))
			assertEquals(0, v, 0.11);
	}

	@Test
	void aBrightPixelOnRoundedBackgroundBecomesOne() {
		final float[] values = new float[1000];
		for (int i = 0; i < 1000; i++)
			values[i] = i % 2 == 0 ? 0.5f : Math.nextUp(0.5f);
		values[17] = 0.6f;
		final float[] input = rule(100, 10, 1, "percentile:1-99").apply(image(100,
			10, 1, values));
		assertEquals(1, input[17]);
		assertEquals(0, input[19], 0.11);
	}

	@Test
	void aFewBrightPixelsOnNothingBecomeOne() {
		final float[] values = new float[1000];
		values[17] = 5;
		final float[] input = rule(100, 10, 1, "percentile:1-99").apply(image(100,
			10, 1, values));
		assertEquals(1, input[17]);
		assertEquals(0, input[18]);
	}

	/** As cameras and converters store the same scene. */
	@ParameterizedTest
	@MethodSource("perImageRules")
	void scaledAndShiftedCopiesAgree(final String text) {
		final SplittableRandom random = new SplittableRandom(1);
		final float[] eight = new float[32 * 24];
		final float[] sixteen = new float[eight.length];
		final float[] real = new float[eight.length];
		for (int i = 0; i < eight.length; i++) {
			eight[i] = random.nextInt(256);
			sixteen[i] = 257 * eight[i];
			real[i] = eight[i] / 255 - 0.5f;
		}
		final Preprocessing p = rule(20, 20, 1, text);
		final float[] expected = p.apply(image(32, 24, 1, eight));
		assertArrayEquals(expected, p.apply(image(32, 24, 1, sixteen)), 1e-5f);
		assertArrayEquals(expected, p.apply(image(32, 24, 1, real)), 1e-5f);
	}

	@ParameterizedTest
	@MethodSource("rules")
	void storageTypeHasNoInfluence(final String text) {
		final byte[] bytes = new byte[30];
		final float[] floats = new float[30];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) (i * i);
			floats[i] = bytes[i] & 0xff;
		}
		final Preprocessing p = rule(4, 4, 1, text);
		assertArrayEquals(p.apply(image(6, 5, 1, floats)), p.apply(new SampleImage(
			6, 5, 1, false, 8, Pixels.ofUnsignedBytes(bytes), null, "8.png")));
	}

	@ParameterizedTest
	@MethodSource("rules")
	void whatIsPaddedIsZeroAndHasNoInfluence(final String text) {
		final float[] small = rule(3, 2, 2, text).apply(image(3, 2, 2, VALUES));
		final float[] padded = rule(3, 4, 2, text).apply(image(3, 2, 2, VALUES));
		final float[] expected = new float[24];
		System.arraycopy(small, 0, expected, 3, 6);
		System.arraycopy(small, 6, expected, 15, 6);
		assertArrayEquals(expected, padded);
	}

	@ParameterizedTest
	@MethodSource("perImageRules")
	void noRangeCountsForRulesThatLookAtEachImage(final String text) {
		final Preprocessing p = rule(2, 1, 1, text);
		assertTrue(Float.isFinite(p.apply(image(2, 1, 1, -1e30f, 3e38f))[0]));
		assertTrue(assertThrows(UserFailure.class, () -> p.withInputRange(BYTE))
			.getMessage().contains("found range=0..255"));
		for (final float bad : new float[] { Float.NaN, Float.POSITIVE_INFINITY })
			assertTrue(assertThrows(UserFailure.class, () -> p.apply(image(2, 1, 1, 1,
				bad))).getMessage().startsWith("Expected finite pixel values, found"));
	}

	@Test
	void theRangeOfOtherImagesIsMappedBeforeTheNumbersOfADataSet() {
		final Preprocessing p = rule(3, 2, 2, "zscore-dataset");
		final float[] sixteen = new float[VALUES.length];
		for (int i = 0; i < sixteen.length; i++) {
			sixteen[i] = 257 * VALUES[i];
		}
		assertArrayEquals(p.apply(image(3, 2, 2, VALUES)), p.withInputRange(
			new IntensityRange(0, 65535)).apply(image(3, 2, 2, sixteen)), 1e-6f);
		assertThrows(UserFailure.class, () -> p.apply(image(3, 2, 2, sixteen)));
	}

	@Test
	void textsAreReadAsTheyAreWritten() {
		rules().forEach(text -> assertEquals(Normalization.parse(text),
			Normalization.parse(Normalization.parse(text).toString())));
		assertEquals("percentile:1-99.8", Normalization.parse("percentile")
			.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "z-score", "percentile:", "percentile:99-1",
		"percentile:0.1-0.9", "percentile:1-101", "percentile:5", "Range" })
	void otherTextsAreRefused(final String text) {
		final WrongUsage e = assertThrows(WrongUsage.class, () -> Normalization
			.parse(text));
		assertTrue(e.getMessage().contains("found '" + text + "'"), e.getMessage());
	}

	@Test
	void impossibleNumbersAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> Normalization.percentile(
			Double.NaN, 99));
		assertThrows(IllegalArgumentException.class, () -> new ChannelStatistics(
			List.of(0.5), List.of(0.0)));
		assertThrows(IllegalArgumentException.class, () -> new ChannelStatistics(
			List.of(Double.NaN), List.of(1.0)));
		assertThrows(IllegalArgumentException.class, () -> new ChannelStatistics(
			List.of(0.5, 0.5), List.of(1.0)));
		assertThrows(IllegalArgumentException.class, () -> new Intensity(
			Normalization.RANGE, BYTE, ChannelStatistics.neutral(1)));
		assertThrows(IllegalArgumentException.class, () -> new Preprocessing(1, 1,
			1, ChannelRule.GRAY, null, ResizeRule.STRETCH, new Intensity(Normalization
				.parse("zscore-dataset"), BYTE, ChannelStatistics.neutral(2))));
	}
}
