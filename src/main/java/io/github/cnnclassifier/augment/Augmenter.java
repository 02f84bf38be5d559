
package io.github.cnnclassifier.augment;

import java.util.SplittableRandom;

/**
 * Applies one random affine map to an image. Immutable and thread-safe.
 */
public final class Augmenter {

	private final Augmentation augmentation;

	/** @param augmentation how far images are changed */
	public Augmenter(final Augmentation augmentation) {
		this.augmentation = augmentation;
	}

	/**
	 * @param chw input in the order C,H,W; only read
	 * @param channels C, all changed alike
	 * @param height H
	 * @param width W
	 * @param random advanced by the same number of draws whatever is drawn
	 * @param out receives the result, C,H,W; not the input array
	 */
	public void apply(final float[] chw, final int channels, final int height,
		final int width, final SplittableRandom random, final float[] out)
	{
		final AffineMap map = AffineMap.draw(augmentation, width, height, random);
		if (augmentation.isNone()) System.arraycopy(chw, 0, out, 0, channels *
			height * width);
		else sample(chw, channels, height, width, map, out);
	}

	/** Bilinear; beyond the border the nearest border pixel counts. */
	private static void sample(final float[] chw, final int channels,
		final int height, final int width, final AffineMap map, final float[] out)
	{
		final int area = height * width;
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				final double sourceX = clamp(map.x(x, y), width - 1.0);
				final double sourceY = clamp(map.y(x, y), height - 1.0);
				final int left = (int) sourceX;
				final int top = (int) sourceY;
				final float fx = (float) (sourceX - left);
				final float fy = (float) (sourceY - top);
				final int right = left + 1 < width ? 1 : 0;
				final int below = top + 1 < height ? width : 0;
				int from = top * width + left;
				int to = y * width + x;
				for (int c = 0; c < channels; c++) {
					// written as differences, so that equal neighbors give their value
					final float upper = chw[from] + fx * (chw[from + right] - chw[from]);
					final float lower = chw[from + below] + fx * (chw[from + below +
						right] - chw[from + below]);
					out[to] = upper + fy * (lower - upper);
					from += area;
					to += area;
				}
			}
		}
	}

	private static double clamp(final double v, final double max) {
		return v < 0 ? 0 : Math.min(v, max);
	}
}
