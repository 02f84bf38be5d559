
package io.github.cnnclassifier.samples;

/**
 * One channel being drawn: real numbers on a grid. What falls outside is cut
 * off.
 */
final class Plane {

	final int width;
	final int height;
	private final float[] values;

	Plane(final int width, final int height) {
		this.width = width;
		this.height = height;
		values = new float[width * height];
	}

	double get(final int x, final int y) {
		return values[y * width + x];
	}

	void set(final int x, final int y, final double value) {
		values[y * width + x] = (float) value;
	}

	boolean contains(final int x, final int y) {
		return x >= 0 && y >= 0 && x < width && y < height;
	}

	/** Adds a round spot of Gaussian profile. */
	void addSpot(final double centerX, final double centerY, final double sigma,
		final double peak)
	{
		final int reach = (int) StrictMath.ceil(3 * sigma);
		final int column = (int) StrictMath.rint(centerX);
		final int row = (int) StrictMath.rint(centerY);
		for (int y = row - reach; y <= row + reach; y++) {
			for (int x = column - reach; x <= column + reach; x++) {
				if (!contains(x, y)) continue;
				final double dx = x - centerX;
				final double dy = y - centerY;
				set(x, y, get(x, y) + peak * StrictMath.exp(-(dx * dx + dy * dy) / (2 *
					sigma * sigma)));
			}
		}
	}

	/** Sets all pixels within the radius to 1. */
	void stampDisk(final double centerX, final double centerY,
		final double radius)
	{
		for (int y = (int) (centerY - radius); y <= centerY + radius; y++) {
			for (int x = (int) (centerX - radius); x <= centerX + radius; x++) {
				final double dx = x + 0.5 - centerX;
				final double dy = y + 0.5 - centerY;
				if (contains(x, y) && dx * dx + dy * dy <= radius * radius) set(x, y,
					1);
			}
		}
	}

	/** Adds another plane, scaled, with its corner at (left, top). */
	void add(final Plane other, final int left, final int top,
		final double factor)
	{
		for (int y = 0; y < other.height; y++) {
			for (int x = 0; x < other.width; x++) {
				if (contains(x + left, y + top)) set(x + left, y + top, get(x + left,
					y + top) + factor * other.get(x, y));
			}
		}
	}

	double sum() {
		double sum = 0;
		for (final float value : values) {
			sum += value;
		}
		return sum;
	}

	double max() {
		double max = Double.NEGATIVE_INFINITY;
		for (final float value : values) {
			max = Math.max(max, value);
		}
		return max;
	}

	/** The means of blocks of {@code factor} times {@code factor} pixels. */
	Plane shrunk(final int factor) {
		final Plane small = new Plane(width / factor, height / factor);
		for (int y = 0; y < small.height * factor; y++) {
			for (int x = 0; x < small.width * factor; x++) {
				small.set(x / factor, y / factor, small.get(x / factor, y / factor) +
					get(x, y) / (factor * factor));
			}
		}
		return small;
	}

	/** A Gaussian blur; beyond the border the border goes on. */
	Plane blurred(final double sigma) {
		return blurredAlong(sigma, 1, 0).blurredAlong(sigma, 0, 1);
	}

	private Plane blurredAlong(final double sigma, final int stepX,
		final int stepY)
	{
		final double[] kernel = kernel(sigma);
		final int reach = kernel.length / 2;
		final Plane result = new Plane(width, height);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				double sum = 0;
				for (int i = -reach; i <= reach; i++) {
					final int fromX = Math.min(width - 1, Math.max(0, x + i * stepX));
					final int fromY = Math.min(height - 1, Math.max(0, y + i * stepY));
					sum += kernel[i + reach] * get(fromX, fromY);
				}
				result.set(x, y, sum);
			}
		}
		return result;
	}

	private static double[] kernel(final double sigma) {
		final int reach = (int) StrictMath.ceil(3 * sigma);
		final double[] kernel = new double[2 * reach + 1];
		double sum = 0;
		for (int i = -reach; i <= reach; i++) {
			kernel[i + reach] = StrictMath.exp(-i * i / (2 * sigma * sigma));
			sum += kernel[i + reach];
		}
		for (int i = 0; i < kernel.length; i++) {
			kernel[i] /= sum;
		}
		return kernel;
	}
}
