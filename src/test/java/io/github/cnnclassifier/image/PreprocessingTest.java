
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.failure.UserFailure;

class PreprocessingTest {

	private static final IntensityRange BYTE = new IntensityRange(0, 255);

	private static SampleImage image(final int width, final int height,
		final int channels, final boolean rgb, final float... values)
	{
		return new SampleImage(width, height, channels, rgb, 32, Pixels.of(values),
			null, "x.tif");
	}

	private static Preprocessing onePixel(final int channels,
		final ChannelRule rule, final IntensityRange range)
	{
		return new Preprocessing(1, 1, channels, rule, range);
	}

	private static String failure(final Preprocessing preprocessing,
		final SampleImage image)
	{
		return assertThrows(UserFailure.class, () -> preprocessing.apply(image))
			.getMessage();
	}

	@Test
	void valuesAreScaledByTheRangeAlone() {
		final Preprocessing p = new Preprocessing(3, 1, 1, ChannelRule.AS_IS,
			new IntensityRange(-10, 10));
		assertArrayEquals(new float[] { 0, 0.5f, 0.75f }, p.apply(image(3, 1, 1,
			false, -10, 0, 5)));
	}

	@Test
	void grayWeighsRedGreenAndBlue() {
		final Preprocessing p = onePixel(1, ChannelRule.GRAY, BYTE);
		// (0.299 * 100 + 0.587 * 200 + 0.114 * 50) / 255
		assertEquals(153.0 / 255, p.apply(image(1, 1, 3, true, 100, 200, 50))[0],
			1e-7);
		assertEquals(1, p.apply(image(1, 1, 3, true, 255, 255, 255))[0]);
		assertEquals(0.2f, p.apply(image(1, 1, 1, false, 51))[0]);
	}

	@Test
	void rgbRepeatsGrayAndKeepsColor() {
		final Preprocessing p = onePixel(3, ChannelRule.RGB, BYTE);
		assertArrayEquals(new float[] { 0.2f, 0.2f, 0.2f }, p.apply(image(1, 1, 1,
			false, 51)));
		assertArrayEquals(new float[] { 0, 0.2f, 1 }, p.apply(image(1, 1, 3, true,
			0, 51, 255)));
	}

	@Test
	void wrongChannelsTellExpectedFoundAndWhatToDo() {
		assertEquals("Expected 1 channel, found 3 channels (RGB) in 'x.tif'. " +
			"channels=gray converts.", failure(onePixel(1, ChannelRule.AS_IS, BYTE),
				image(1, 1, 3, true, 1, 2, 3)));
		assertEquals("Expected 3 channels, found 1 channel in 'x.tif'. " +
			"channels=rgb converts.", failure(onePixel(3, ChannelRule.AS_IS, BYTE),
				image(1, 1, 1, false, 1)));
		assertTrue(failure(onePixel(1, ChannelRule.GRAY, BYTE), image(1, 1, 2,
			false, 1, 2)).startsWith(
				"Expected a gray or RGB image, found 2 channels in 'x.tif'."));
		assertTrue(failure(onePixel(3, ChannelRule.RGB, BYTE), image(1, 1, 2, false,
			1, 2)).startsWith("Expected an RGB or gray image, found 2 channels"));
	}

	@Test
	void valuesOutsideTheRangeTellWhichSettingMapsThem() {
		assertEquals("Expected pixel values 0..255, found 112..4095 in 'x.tif'. " +
			"range=112..4095 maps them onto the model's range; for several images " +
			"take one range for all, such as range=0..4095.", failure(onePixel(1,
				ChannelRule.AS_IS, BYTE), image(2, 1, 1, false, 112, 4095)));
	}

	@Test
	void theRangeInTheMessageReallyHelps() {
		final Preprocessing p = onePixel(1, ChannelRule.AS_IS, BYTE);
		for (final float[] values : new float[][] { { 112, 4095 }, { 300, 300 }, {
			-0.25f, 0.3f } })
		{
			final SampleImage image = image(2, 1, 1, false, values);
			final String message = failure(p, image);
			final String range = message.substring(message.indexOf("range=") + 6,
				message.indexOf(" maps"));
			final float v = p.withInputRange(IntensityRange.parse(range)).apply(
				image)[0];
			assertTrue(v >= 0 && v <= 1);
		}
	}

	@Test
	void notANumberAndInfinityAreRefused() {
		final Preprocessing p = onePixel(1, ChannelRule.AS_IS, BYTE);
		assertTrue(failure(p, image(2, 1, 1, false, 1, Float.NaN)).contains("NaN"));
		assertTrue(failure(p, image(2, 1, 1, false, 1, Float.POSITIVE_INFINITY))
			.contains("Replace infinite pixels"));
	}

	@Test
	void roundingBeyondTheRangeIsToleratedAndEndsAtItsBorder() {
		final Preprocessing p = new Preprocessing(2, 1, 1, ChannelRule.AS_IS,
			new IntensityRange(0, 1));
		assertArrayEquals(new float[] { 0, 1 }, p.apply(image(2, 1, 1, false,
			-5e-7f, 1.0000005f)));
		assertThrows(UserFailure.class, () -> p.apply(image(2, 1, 1, false, -5e-6f,
			1)));
	}

	@Test
	void aFewValuesOutsideAreFoundEvenWhereShrinkingWouldHideThem() {
		final float[] values = new float[100];
		values[42] = 300;
		assertTrue(failure(onePixel(1, ChannelRule.AS_IS, BYTE), image(10, 10, 1,
			false, values)).contains("found 0..300"));
	}

	@Test
	void theDeclaredRangeIsMappedOntoTheModelsRange() {
		final Preprocessing p = onePixel(1, ChannelRule.AS_IS, BYTE);
		final Preprocessing mapped = p.withInputRange(new IntensityRange(112,
			4095));
		assertEquals(0.5f, mapped.apply(image(1, 1, 1, false, 2103.5f))[0]);
		assertEquals(p.width(), mapped.width());
		assertEquals(p.channelRule(), mapped.channelRule());
	}

	@Test
	void theRuleCanBeReplacedOnlyByOneThatGivesTheSameChannels() {
		final Preprocessing p = onePixel(1, ChannelRule.AS_IS, BYTE);
		assertEquals(1, p.withChannelRule(ChannelRule.GRAY).apply(image(1, 1, 3,
			true, 255, 255, 255))[0]);
		assertThrows(UserFailure.class, () -> p.withChannelRule(ChannelRule.RGB));
		assertThrows(IllegalArgumentException.class, () -> onePixel(2,
			ChannelRule.RGB, BYTE));
	}

	@Test
	void scalingTheKeptResizedImageEqualsTheWholeWayBitForBit() {
		final SplittableRandom random = new SplittableRandom(3);
		for (int run = 0; run < 100; run++) {
			final int w = 1 + random.nextInt(30);
			final int h = 1 + random.nextInt(30);
			final boolean rgb = random.nextBoolean();
			final float[] values = new float[w * h * (rgb ? 3 : 1)];
			for (int i = 0; i < values.length; i++) {
				values[i] = random.nextInt(256);
			}
			final SampleImage image = image(w, h, rgb ? 3 : 1, rgb, values);
			final boolean gray = random.nextBoolean();
			final Preprocessing p = new Preprocessing(1 + random.nextInt(30), 1 +
				random.nextInt(30), gray ? 1 : 3, gray ? ChannelRule.GRAY
					: ChannelRule.RGB, BYTE);
			final float[] whole = p.apply(image);
			assertArrayEquals(whole, p.scale(p.resized(image)));
			assertArrayEquals(whole, p.apply(p.resized(image)));
		}
	}

	@Test
	void anImageThatFitsAlreadyIsKeptAsItIs() {
		final SampleImage image = image(2, 1, 1, false, 1, 2);
		assertSame(image, new Preprocessing(2, 1, 1, ChannelRule.GRAY, BYTE)
			.resized(image));
	}

	@Test
	void storageTypeHasNoInfluence() {
		final byte[] bytes = { 0, 100, (byte) 200, (byte) 255 };
		final SampleImage eight = new SampleImage(2, 2, 1, false, 8, Pixels
			.ofUnsignedBytes(bytes), null, "8.png");
		final SampleImage sixteen = new SampleImage(2, 2, 1, false, 16, Pixels.of(
			new float[] { 0, 100, 200, 255 }), null, "16.tif");
		final Preprocessing p = new Preprocessing(3, 1, 1, ChannelRule.AS_IS, BYTE);
		assertArrayEquals(p.apply(eight), p.apply(sixteen));
	}
}
