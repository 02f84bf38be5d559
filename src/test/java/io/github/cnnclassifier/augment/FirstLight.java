
package io.github.cnnclassifier.augment;

import java.util.SplittableRandom;

/** The augmentation "light" of version 0.1.0, as it was written there. */
final class FirstLight {

	private FirstLight() {}

	static float[] augment(final float[] chw, final int channels,
		final int height, final int width, final SplittableRandom random)
	{
		final double shiftX = (2 * random.nextDouble() - 1) * (0.08 * width);
		final double shiftY = (2 * random.nextDouble() - 1) * (0.08 * height);
		final double angle = Math.toRadians((2 * random.nextDouble() - 1) * 10);
		final double scale = 1 + (2 * random.nextDouble() - 1) * 0.1;
		final double xx = 1 / scale * Math.cos(angle);
		final double xy = 1 / scale * Math.sin(angle);
		final double yx = -(1 / scale) * Math.sin(angle);
		final double yy = 1 / scale * Math.cos(angle);
		final double centerX = (width - 1) / 2.0;
		final double centerY = (height - 1) / 2.0;
		final double fromX = centerX + shiftX;
		final double fromY = centerY + shiftY;
		final double x0 = centerX - xx * fromX - xy * fromY;
		final double y0 = centerY - yx * fromX - yy * fromY;
		final float[] out = new float[chw.length];
		for (int i = 0; i < out.length; i++) {
			final int plane = i / (height * width) * height * width;
			final int x = i % width;
			final int y = i / width % height;
			final double sourceX = clamp(xx * x + xy * y + x0, width - 1.0);
			final double sourceY = clamp(yx * x + yy * y + y0, height - 1.0);
			final int left = (int) sourceX;
			final int top = (int) sourceY;
			final float fx = (float) (sourceX - left);
			final float fy = (float) (sourceY - top);
			final int right = left + 1 < width ? 1 : 0;
			final int below = top + 1 < height ? width : 0;
			final int from = plane + top * width + left;
			final float upper = chw[from] + fx * (chw[from + right] - chw[from]);
			final float lower = chw[from + below] + fx * (chw[from + below + right] -
				chw[from + below]);
			out[i] = upper + fy * (lower - upper);
		}
		return out;
	}

	private static double clamp(final double v, final double max) {
		return v < 0 ? 0 : Math.min(v, max);
	}
}
