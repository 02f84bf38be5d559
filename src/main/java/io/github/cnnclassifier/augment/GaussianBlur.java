
package io.github.cnnclassifier.augment;

import java.util.Arrays;

/**
 * A Gaussian blur, rows first, then columns; beyond the border the nearest
 * border pixel counts. Immutable and thread-safe.
 */
final class GaussianBlur {

	/** Below it a neighbor would weigh less than 0.00001. */
	private static final double SMALLEST = 0.2;
	private static final int RADIUS_IN_DEVIATIONS = 3;

	private final float[] kernel;
	private final int radius;

	/** @param deviation of the Gaussian in pixels, 0 or more */
	GaussianBlur(final double deviation) {
		radius = deviation < SMALLEST ? 0 : (int) Math.ceil(RADIUS_IN_DEVIATIONS *
			deviation);
		kernel = new float[2 * radius + 1];
		final double[] weights = new double[kernel.length];
		double sum = 0;
		for (int i = 0; i < weights.length; i++) {
			final double distance = (i - radius) / Math.max(SMALLEST, deviation);
			weights[i] = StrictMath.exp(-distance * distance / 2);
			sum += weights[i];
		}
		for (int i = 0; i < weights.length; i++) {
			kernel[i] = (float) (weights[i] / sum);
		}
	}

	/**
	 * @param chw in the order C,H,W; blurred in place
	 * @param channels C, each by itself
	 * @param height H
	 * @param width W
	 */
	void apply(final float[] chw, final int channels, final int height,
		final int width)
	{
		if (radius == 0) return;
		final float[] rows = new float[height * width];
		final float[] padded = new float[width + 2 * radius];
		for (int c = 0; c < channels; c++) {
			final int plane = c * height * width;
			for (int y = 0; y < height; y++) {
				pad(chw, plane + y * width, width, padded);
				for (int k = 0; k < kernel.length; k++) {
					add(padded, k, kernel[k], rows, y * width, width);
				}
			}
			for (int y = 0; y < height; y++) {
				final int to = plane + y * width;
				Arrays.fill(chw, to, to + width, 0);
				for (int k = 0; k < kernel.length; k++) {
					final int source = Math.max(0, Math.min(y + k - radius, height - 1));
					add(rows, source * width, kernel[k], chw, to, width);
				}
			}
			Arrays.fill(rows, 0);
		}
	}

	private void pad(final float[] from, final int start, final int width,
		final float[] padded)
	{
		Arrays.fill(padded, 0, radius, from[start]);
		System.arraycopy(from, start, padded, radius, width);
		Arrays.fill(padded, radius + width, padded.length, from[start + width - 1]);
	}

	/** Written so that it runs on several values at once. */
	private static void add(final float[] from, final int start,
		final float weight, final float[] to, final int at, final int count)
	{
		for (int i = 0; i < count; i++) {
			to[at + i] += weight * from[start + i];
		}
	}
}
