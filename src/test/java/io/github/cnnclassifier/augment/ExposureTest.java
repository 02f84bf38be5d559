
package io.github.cnnclassifier.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of values against answers worked out by hand. */
class ExposureTest {

	private static final int MANY = 200_000;

	private static float[] toned(final double brightness, final double contrast,
		final double exponent, final double mean, final float... values)
	{
		new ToneCurve(brightness, contrast, exponent, new ImageStatistics(-9, 1,
			mean, 1)).apply(values, values.length);
		return values;
	}

	/** @return mean, variance and smallest of many values */
	private static double[] figures(final float[] values) {
		double sum = 0;
		double squares = 0;
		double min = values[0];
		for (final float v : values) {
			sum += v;
			squares += (double) v * v;
			min = Math.min(min, v);
		}
		final double mean = sum / values.length;
		return new double[] { mean, squares / values.length - mean * mean, min };
	}

	private static float[] all(final float value) {
		final float[] values = new float[MANY];
		Arrays.fill(values, value);
		return values;
	}

	@Test
	void gammaIsAPowerThatKeepsZeroAndOne() {
		assertArrayEquals(new float[] { 0, 0.0625f, 0.25f, 0.5625f, 1 }, toned(1, 1,
			2, 0.5, 0, 0.25f, 0.5f, 0.75f, 1), 1e-7f);
		assertArrayEquals(new float[] { 0, 0.5f, (float) Math.sqrt(0.5), 1 }, toned(
			1, 1, 0.5, 0.5, 0, 0.25f, 0.5f, 1), 1e-7f);
	}

	@Test
	void gammaKeepsRisingBelowZero() {
		assertArrayEquals(new float[] { -4, -0.25f, 0, 1 }, toned(1, 1, 2, 0.5, -2,
			-0.5f, 0, 1), 1e-5f);
	}

	/** 0.02 is half of the brightest value, 0.04; a quarter of it is 0.01. */
	@Test
	void gammaOfADarkImageIsThatOfABrightOne() {
		final float[] values = { 0, 0.02f, 0.04f };
		new ToneCurve(1, 1, 2, ImageStatistics.of(values, 3)).apply(values, 3);
		assertArrayEquals(new float[] { 0, 0.01f, 0.04f }, values, 1e-8f);
	}

	@Test
	void brightnessMultipliesAndContrastSpreadsAboutTheMean() {
		assertArrayEquals(new float[] { 0.1f, 0.25f, 0.75f }, toned(1.25, 1, 1, 0.4,
			0.08f, 0.2f, 0.6f), 1e-6f);
		// 0.4 + 1.5 * (v - 0.4)
		assertArrayEquals(new float[] { -0.05f, 0.1f, 0.4f, 0.85f, 1.3f }, toned(1,
			1.5, 1, 0.4, 0.1f, 0.2f, 0.4f, 0.7f, 1), 1e-6f);
	}

	@Test
	void factorsAreThoseOfTheJdkInAllSizes() {
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < 100_000; i++) {
			final double v = (float) Math.exp(random.nextDouble(-80, 80));
			assertEquals(StrictMath.log(v) / StrictMath.log(2), BinaryPower.log(v),
				1e-8);
			final double exponent = random.nextDouble(-150, 150);
			assertEquals(1, BinaryPower.of(exponent) / StrictMath.pow(2, exponent),
				1e-8);
		}
		assertEquals(-149, BinaryPower.log(Float.MIN_VALUE), 1e-8);
		assertEquals(1, BinaryPower.of(-1e-300), 1e-8);
	}

	/** Few photons are drawn exactly, many as normal numbers. */
	@ParameterizedTest
	@ValueSource(doubles = { 0.3, 4, 11.9, 12, 40, 1000 })
	void photonNoiseHasThePoissonMeanAndVariance(final double photons) {
		final float[] values = all(0.5f);
		new ImageNoise(new SplittableRandom(5)).addPhotonNoise(values, MANY, 2 *
			photons);
		final double[] figures = figures(values);
		final double deviation = 0.5 / Math.sqrt(photons);
		// four standard deviations of the mean; the variance within 3 %
		assertEquals(0.5, figures[0], 4 * deviation / Math.sqrt(MANY));
		assertEquals(1, figures[1] / (deviation * deviation), 0.03);
		assertTrue(figures[2] >= 0);
	}

	/** For a mean of 2: P(0) = exp(-2), P(1) = P(2) = 2 exp(-2). */
	@Test
	void fewPhotonsComeInWholeNumbers() {
		final float[] values = all(1);
		new ImageNoise(new SplittableRandom(6)).addPhotonNoise(values, MANY, 2);
		final int[] counts = new int[65];
		for (final float v : values) {
			final int photons = Math.round(2 * v);
			assertEquals(photons, 2 * v);
			counts[photons]++;
		}
		assertEquals(Math.exp(-2), counts[0] / (double) MANY, 0.004);
		assertEquals(2 * Math.exp(-2), counts[1] / (double) MANY, 0.005);
		assertEquals(2 * Math.exp(-2), counts[2] / (double) MANY, 0.005);
	}

	@Test
	void whereThereIsNoLightThereIsNoPhotonNoise() {
		final float[] values = { 0, -0.5f, -3 };
		new ImageNoise(new SplittableRandom(1)).addPhotonNoise(values, 3, 10);
		assertArrayEquals(new float[] { 0, -0.5f, -3 }, values);
	}

	@Test
	void normalNoiseHasItsStandardDeviationAndShape() {
		final float[] values = all(0.5f);
		new ImageNoise(new SplittableRandom(7)).addNormalNoise(values, MANY, 0.1f);
		final double[] figures = figures(values);
		assertEquals(0.5, figures[0], 4 * 0.1 / Math.sqrt(MANY));
		assertEquals(0.01, figures[1], 0.0003);
		int within = 0;
		for (final float v : values) {
			if (Math.abs(v - 0.5) < 0.1) within++;
		}
		// 0.683 for a normal distribution
		assertEquals(0.683, within / (double) MANY, 0.02);
	}

	@Test
	void blurOfAPointKeepsTheSumAndHasTheWidthOfAGaussian() {
		final int size = 21;
		final float[] point = new float[2 * size * size];
		point[10 * size + 10] = 1;
		point[size * size + 10 * size + 10] = 3;
		new GaussianBlur(1.5).apply(point, 2, size, size);
		for (int c = 0; c < 2; c++) {
			double sum = 0;
			double squaresX = 0;
			double squaresY = 0;
			for (int i = 0; i < size * size; i++) {
				final double v = point[c * size * size + i];
				sum += v;
				squaresX += v * (i % size - 10) * (i % size - 10);
				squaresY += v * (i / size - 10) * (i / size - 10);
			}
			assertEquals(1 + 2 * c, sum, 1e-5);
			// the part beyond 3 standard deviations is missing
			assertEquals(2.25, squaresX / sum, 0.08);
			assertEquals(2.25, squaresY / sum, 0.08);
		}
		// exp(-1/(2 * 1.5 * 1.5)) of the middle
		assertEquals(Math.exp(-1 / 4.5), point[10 * size + 11] / point[10 * size +
			10], 1e-6);
		assertEquals(point[10 * size + 11], point[11 * size + 10], 1e-9);
	}

	@Test
	void blurKeepsAConstantImageUpToItsBorders() {
		for (final double deviation : new double[] { 0, 0.1, 0.4, 2, 10 }) {
			final float[] constant = new float[7 * 5];
			Arrays.fill(constant, 0.7f);
			new GaussianBlur(deviation).apply(constant, 1, 7, 5);
			for (final float v : constant)
				assertEquals(0.7f, v, 1e-6f);
		}
	}

	@Test
	void figuresOfAnImageAreThoseWorkedOutByHand() {
		final ImageStatistics s = ImageStatistics.of(new float[] { 1, 0, 0.5f, 0.5f,
			9 }, 4);
		assertEquals(new ImageStatistics(0, 1, 0.5, Math.sqrt(0.125)), s);
		assertTrue(s.isWithinUnit());
	}

	/** Values are far enough from 0 and 1 not to be clamped. */
	@Test
	void aDarkImageIsChangedAsABrightOneIs() {
		final SplittableRandom random = new SplittableRandom(3);
		final float[] bright = new float[4096];
		final float[] dark = new float[4096];
		for (int i = 0; i < bright.length; i++) {
			bright[i] = (float) random.nextDouble(0.3, 0.5);
			dark[i] = bright[i] / 64;
		}
		final Augmentation noisy = Augmentation.NONE.with(Change.NOISE, 0.2).with(
			Change.PHOTONS, 500).with(Change.GAMMA, 0.5).with(Change.BRIGHTNESS, 0.2)
			.with(Change.CONTRAST, 0.2);
		for (int seed = 0; seed < 5; seed++) {
			final float[] a = new float[4096];
			final float[] b = new float[4096];
			new Augmenter(noisy).apply(bright, 1, 64, 64, new SplittableRandom(seed),
				a);
			new Augmenter(noisy).apply(dark, 1, 64, 64, new SplittableRandom(seed),
				b);
			for (int i = 0; i < a.length; i++) {
				assertEquals(a[i], 64 * b[i], 1e-4f);
			}
		}
	}
}
