
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class ResamplerTest {

	@Test
	void halvingAveragesPairs() {
		final float[] out = new Resampler(4, 2, 2, 1).resample(new float[] { 1, 3,
			10, 20, 5, 7, 30, 40 }, 1);
		assertArrayEquals(new float[] { 4, 25 }, out);
	}

	@Test
	void shrinkingByAFractionWeighsPartlyCoveredPixels() {
		// 3 to 2: each target covers one and a half source pixels
		final float[] out = new Resampler(3, 1, 2, 1).resample(new float[] { 3, 6,
			12 }, 1);
		assertArrayEquals(new float[] { 4, 10 }, out);
	}

	@Test
	void growingInterpolatesBetweenPixelCenters() {
		// centers of the target lie at -0.25, 0.25, 0.75 and 1.25
		final float[] out = new Resampler(2, 1, 4, 1).resample(new float[] { 0, 8 },
			1);
		assertArrayEquals(new float[] { 0, 2, 6, 8 }, out);
	}

	@Test
	void oneAxisMayShrinkWhileTheOtherGrows() {
		// rows: 2 and 6; columns grow from 2 to 4
		final float[] out = new Resampler(2, 2, 1, 4).resample(new float[] { 1, 3,
			5, 7 }, 1);
		assertArrayEquals(new float[] { 2, 3, 5, 6 }, out);
	}

	@Test
	void equalSizeGivesTheSameValuesInANewArray() {
		final float[] values = { 0.1f, -0.0f, 1e-30f, 7 };
		final float[] out = new Resampler(2, 2, 2, 2).resample(values, 1);
		assertNotSame(values, out);
		assertArrayEquals(values, out);
	}

	@Test
	void channelsDoNotMix() {
		final float[] out = new Resampler(2, 1, 1, 1).resample(new float[] { 0, 2,
			100, 200 }, 2);
		assertArrayEquals(new float[] { 1, 150 }, out);
	}

	@Test
	void shrinkingAFineCheckerboardGivesGrayAndNoAliasing() {
		final float[] board = new float[64 * 64];
		for (int i = 0; i < board.length; i++) {
			board[i] = (i % 64 + i / 64) % 2 * 200;
		}
		for (final float v : new Resampler(64, 64, 28, 28).resample(board, 1)) {
			// bilinear sampling would give anything from 0 to 200
			assertEquals(100, v, 20);
		}
	}

	@Test
	void constantImagesStayConstantAndMeansStayWhenShrinking() {
		final SplittableRandom random = new SplittableRandom(7);
		for (int run = 0; run < 50; run++) {
			final int w = 1 + random.nextInt(40);
			final int h = 1 + random.nextInt(40);
			final int tw = 1 + random.nextInt(40);
			final int th = 1 + random.nextInt(40);
			final float[] constant = new float[w * h];
			Arrays.fill(constant, 0.1f + run);
			for (final float v : new Resampler(w, h, tw, th).resample(constant, 1)) {
				assertEquals(constant[0], v);
			}
			final float[] noise = new float[w * h];
			for (int i = 0; i < noise.length; i++) {
				noise[i] = random.nextInt(256);
			}
			final float[] small = new Resampler(w, h, Math.min(w, tw), Math.min(h,
				th)).resample(noise, 1);
			assertEquals(mean(noise), mean(small), 1e-4);
			for (final float v : new Resampler(w, h, tw, th).resample(noise, 1)) {
				assertTrue(v >= 0 && v <= 255);
			}
		}
	}

	private static double mean(final float[] values) {
		double sum = 0;
		for (final float v : values) {
			sum += v;
		}
		return sum / values.length;
	}
}
