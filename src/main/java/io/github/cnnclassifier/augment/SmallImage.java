
package io.github.cnnclassifier.augment;

import java.util.Arrays;

import io.github.cnnclassifier.image.Resampler;
import io.github.cnnclassifier.image.RoundingNoise;

/**
 * The coarse shape of an image, for comparing it with its mirror image. What
 * stands in the center comes to the center, since the place where somebody cut
 * it out says nothing of the specimen. A mirrored image gives the mirrored
 * result.
 * <p>
 * Immutable and thread-safe.
 */
final class SmallImage {

	/** Fine structure has no common place in the images of a class. */
	static final int SIDE = 16;

	private static final int AREA = SIDE * SIDE;
	private static final double CENTER = (SIDE - 1) / 2.0;

	/** Farther than this it is where it is for a reason. */
	private static final double FARTHEST = SIDE / 8.0;

	private static final int CENTERINGS = 4;

	private final int channels;
	private final Resampler resampler;

	/**
	 * @param channels C of the images
	 * @param height H
	 * @param width W
	 */
	SmallImage(final int channels, final int height, final int width) {
		this.channels = channels;
		resampler = new Resampler(width, height, SIDE, SIDE);
	}

	/**
	 * @param chw an image as the network sees it; only read
	 * @return {@link #SIDE} rows of as many values with mean 0 and standard
	 *         deviation 1; all 0 if the image is of one value
	 */
	float[] of(final float[] chw) {
		return standardized(centered(gray(resampler.resample(chw, channels))));
	}

	/** Channels apart would show how a lens shifts colors against each other. */
	private float[] gray(final float[] chw) {
		final float[] mean = new float[AREA];
		for (int i = 0; i < chw.length; i++)
			mean[i % AREA] += chw[i] / channels;
		return mean;
	}

	/**
	 * By the center of mass of what differs from the border, step by step, as the
	 * background draws it to the middle of the image.
	 */
	private static float[] centered(final float[] image) {
		float[] result = image;
		double dx = 0;
		double dy = 0;
		for (int step = 0; step < CENTERINGS; step++) {
			final double ground = medianOfBorder(result);
			double mass = 0;
			double momentX = 0;
			double momentY = 0;
			for (int i = 0; i < AREA; i++) {
				final double weight = (result[i] - ground) * (result[i] - ground);
				mass += weight;
				momentX += weight * (i % SIDE - CENTER);
				momentY += weight * (i / SIDE - CENTER);
			}
			if (!(mass > 0)) return result;
			dx = limited(dx + momentX / mass);
			dy = limited(dy + momentY / mass);
			result = shifted(image, dx, dy);
		}
		return result;
	}

	private static double limited(final double shift) {
		return Math.max(-FARTHEST, Math.min(FARTHEST, shift));
	}

	private static double medianOfBorder(final float[] image) {
		final int sides = 4 * (SIDE - 1);
		final float[] border = new float[sides];
		int count = 0;
		for (int i = 0; i < AREA; i++) {
			final int x = i % SIDE;
			final int y = i / SIDE;
			if (x == 0 || y == 0 || x == SIDE - 1 || y == SIDE - 1) border[count++] =
				image[i];
		}
		Arrays.sort(border);
		return (border[sides / 2 - 1] + border[sides / 2]) / 2.0;
	}

	/** Interpolated linearly; the border is repeated. */
	private static float[] shifted(final float[] image, final double dx,
		final double dy)
	{
		final float[] out = new float[AREA];
		for (int y = 0; y < SIDE; y++) {
			for (int x = 0; x < SIDE; x++)
				out[y * SIDE + x] = (float) at(image, within(x + dx), within(y + dy));
		}
		return out;
	}

	private static double within(final double position) {
		return Math.max(0, Math.min(SIDE - 1, position));
	}

	private static double at(final float[] image, final double x,
		final double y)
	{
		final int left = (int) x;
		final int top = (int) y;
		final int right = Math.min(SIDE - 1, left + 1);
		final int bottom = Math.min(SIDE - 1, top + 1);
		final double partX = x - left;
		final double partY = y - top;
		return (1 - partY) * ((1 - partX) * image[top * SIDE + left] + partX *
			image[top * SIDE + right]) + partY * ((1 - partX) * image[bottom * SIDE +
				left] + partX * image[bottom * SIDE + right]);
	}

	/** So that bright and contrasty images count as much as others. */
	private static float[] standardized(final float[] image) {
		double sum = 0;
		for (final float value : image)
			sum += value;
		final double mean = sum / AREA;
		double squares = 0;
		for (final float value : image)
			squares += (value - mean) * (value - mean);
		final double deviation = Math.sqrt(squares / AREA);
		final float[] out = new float[AREA];
		if (deviation > RoundingNoise.of(mean)) for (int i = 0; i < AREA; i++)
			out[i] = (float) ((image[i] - mean) / deviation);
		return out;
	}
}
