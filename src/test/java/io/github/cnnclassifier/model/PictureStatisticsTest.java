
package io.github.cnnclassifier.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class PictureStatisticsTest {

	private static final int MEAN = 0;
	private static final int CONTRAST = 1;
	private static final int FINE = 4;
	private static final int SECOND = 5;
	private static final int COARSE = 6;
	private static final int COARSER = 7;

	private static float[] of(final int height, final int width,
		final float... input)
	{
		return new PictureStatistics(new InputShape(1, height, width)).of(input);
	}

	@Test
	void aBlankPictureHasNoContrastAndNoDetails() {
		final float[] input = new float[64];
		Arrays.fill(input, 0.5f);
		final float[] blank = of(8, 8, input);
		assertEquals(0.5f, blank[MEAN]);
		assertEquals(Math.log(1e-3), blank[CONTRAST], 1e-6);
		for (int i = 2; i < blank.length; i++)
			assertEquals(0, blank[i], 1e-6);
	}

	/** Worked out by hand. */
	@Test
	void aPictureOfFourPixels() {
		// mean 0.5, deviations -0.5, 0.5, -0.5, 0.5: rows differ, columns do not
		final float[] numbers = of(2, 2, 0, 1, 0, 1);
		assertEquals(0.5f, numbers[MEAN]);
		assertEquals(Math.log(0.501), numbers[CONTRAST], 1e-6);
		assertEquals(0, numbers[2], 1e-6);
		assertEquals(0.5 / 0.501, numbers[3], 1e-6);
		// two differences of 1 and two of 0, beside a variance of 0.25
		assertEquals(Math.log((0.5 + 1e-6) / (0.25 + 1e-6)), numbers[FINE], 1e-6);
		assertEquals(Math.log(1e-6 / (0.5 + 1e-6)), numbers[SECOND], 1e-5);
		assertEquals(Math.log(1e-6 / (0.25 + 1e-6)), numbers[COARSE], 1e-5);
		assertEquals(numbers[COARSE], numbers[COARSER]);
	}

	@Test
	void noiseIsAsFineAsCanBeAndASmoothPictureIsNot() {
		final SplittableRandom random = new SplittableRandom(1);
		final float[] noise = new float[64 * 64];
		final float[] smooth = new float[64 * 64];
		for (int i = 0; i < noise.length; i++) {
			noise[i] = (float) random.nextDouble();
			smooth[i] = (float) Math.sin(i % 64 / 10.0);
		}
		final float[] fine = of(64, 64, noise);
		// differences of independent values have twice their variance
		assertEquals(Math.log(2), fine[FINE], 0.05);
		assertEquals(Math.log(3), fine[SECOND], 0.05);
		assertEquals(Math.log(2 / 4.0), fine[COARSE], 0.1);
		assertTrue(of(64, 64, smooth)[FINE] < -4);
	}

	@Test
	void channelsFollowEachOther() {
		final float[] first = { 0, 1, 0, 1 };
		final float[] second = { 1, 1, 0, 0.5f };
		final float[] both = new PictureStatistics(new InputShape(2, 2, 2)).of(
			new float[] { 0, 1, 0, 1, 1, 1, 0, 0.5f });
		assertEquals(2 * PictureStatistics.PER_CHANNEL, both.length);
		assertArrayEquals(of(2, 2, first), Arrays.copyOf(both,
			PictureStatistics.PER_CHANNEL));
		assertArrayEquals(of(2, 2, second), Arrays.copyOfRange(both,
			PictureStatistics.PER_CHANNEL, both.length));
	}

	@Test
	void aSinglePixelHasStatistics() {
		for (final float number : of(1, 1, 0.25f))
			assertTrue(Float.isFinite(number));
	}
}
