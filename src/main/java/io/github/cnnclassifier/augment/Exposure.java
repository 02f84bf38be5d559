
package io.github.cnnclassifier.augment;

import java.util.SplittableRandom;

import io.github.cnnclassifier.random.SeedTree;

/**
 * What is drawn for the values of one image: blur, gamma, brightness, contrast
 * and noise, applied in this order as in a microscope. All channels share the
 * draws; noise is drawn for each value.
 */
final class Exposure {

	private final double brightness;
	private final double contrast;
	private final double exponent;
	private final double photons;
	private final double noise;
	private final GaussianBlur blur;
	private final SplittableRandom random;

	/** Always draws seven numbers, so that streams do not depend on settings. */
	Exposure(final Augmentation augmentation, final SplittableRandom random) {
		brightness = 1 + between(random, augmentation.amount(Change.BRIGHTNESS));
		contrast = 1 + between(random, augmentation.amount(Change.CONTRAST));
		exponent = StrictMath.pow(1 + augmentation.amount(Change.GAMMA), between(
			random, 1));
		// evenly drawn is how strong the noise is: 1 / sqrt(photons)
		final double part = random.nextDouble();
		photons = augmentation.has(Change.PHOTONS) ? augmentation.amount(
			Change.PHOTONS) / (part * part) : Double.POSITIVE_INFINITY;
		noise = augmentation.amount(Change.NOISE) * random.nextDouble();
		blur = new GaussianBlur(augmentation.amount(Change.BLUR) * random
			.nextDouble());
		this.random = new SeedTree(random.nextLong()).random();
	}

	private static double between(final SplittableRandom random,
		final double limit)
	{
		return (2 * random.nextDouble() - 1) * limit;
	}

	/**
	 * If all values are within 0 to 1 before, they are so afterwards; images on
	 * another scale are not clamped.
	 *
	 * @param chw in the order C,H,W; changed in place
	 * @param channels C
	 * @param height H
	 * @param width W
	 */
	void apply(final float[] chw, final int channels, final int height,
		final int width)
	{
		final int count = channels * height * width;
		final ImageStatistics before = ImageStatistics.of(chw, count);
		final boolean clamped = before.isWithinUnit();
		blur.apply(chw, channels, height, width);
		new ToneCurve(brightness, contrast, exponent, before).apply(chw, count);
		if (clamped) clamp(chw, count);
		final ImageNoise drawn = new ImageNoise(random);
		if (before.max() > 0 && photons < Double.POSITIVE_INFINITY) drawn
			.addPhotonNoise(chw, count, photons / before.max());
		if (noise > 0) drawn.addNormalNoise(chw, count, (float) (noise * before
			.standardDeviation()));
		if (clamped) clamp(chw, count);
	}

	private static void clamp(final float[] values, final int count) {
		for (int i = 0; i < count; i++) {
			values[i] = Math.max(0, Math.min(values[i], 1));
		}
	}
}
