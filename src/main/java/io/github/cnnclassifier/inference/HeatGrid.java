
package io.github.cnnclassifier.inference;

import io.github.cnnclassifier.image.InputAxis;
import io.github.cnnclassifier.image.InputFrame;

/**
 * Values at places of a network's input that lie in rows and columns.
 *
 * @param horizontal where the columns lie
 * @param vertical where the rows lie
 * @param values row after row from the top
 * @param evidence as {@link HeatMap} has it
 */
record HeatGrid(Places horizontal, Places vertical, double[] values,
		double evidence)
{

	/**
	 * Evenly spaced places along an axis of the input.
	 *
	 * @param first position of the first, in pixels of the input from the center
	 *          of its first one
	 * @param step from place to place
	 * @param count at least 1
	 */
	record Places(double first, double step, int count) {

		/** @return the place at a position, as fraction; the border goes on */
		private double at(final double position) {
			return Math.max(0, Math.min(count - 1.0, (position - first) / step));
		}
	}

	/**
	 * Bilinear between the places.
	 *
	 * @param frame of the image in the input
	 * @param imageWidth in pixels
	 * @param imageHeight in pixels
	 * @param width of the map that is made, in pixels
	 * @param height of the map that is made, in pixels
	 * @return the values at the centers of its pixels, row after row; 0 where the
	 *         input does not show the image
	 */
	float[] over(final InputFrame frame, final int imageWidth,
		final int imageHeight, final int width, final int height)
	{
		final double[] columns = places(frame.horizontal(), horizontal, imageWidth,
			width);
		final double[] rows = places(frame.vertical(), vertical, imageHeight,
			height);
		final float[] map = new float[width * height];
		for (int y = 0; y < height; y++) {
			if (Double.isNaN(rows[y])) continue;
			for (int x = 0; x < width; x++) {
				if (!Double.isNaN(columns[x])) map[y * width + x] = (float) between(
					columns[x], rows[y]);
			}
		}
		return map;
	}

	/** NaN where the network sees nothing of the image. */
	private static double[] places(final InputAxis axis, final Places places,
		final int imageLength, final int length)
	{
		final double[] found = new double[length];
		for (int i = 0; i < length; i++) {
			final double pixel = (i + 0.5) * imageLength / length - 0.5;
			final double position = axis.position(pixel);
			found[i] = axis.isShown(position) ? places.at(position) : Double.NaN;
		}
		return found;
	}

	private double between(final double column, final double row) {
		final int left = (int) column;
		final int top = (int) row;
		final int right = Math.min(left + 1, horizontal.count() - 1);
		final int bottom = Math.min(top + 1, vertical.count() - 1);
		final double x = column - left;
		final double y = row - top;
		return (1 - y) * ((1 - x) * value(left, top) + x * value(right, top)) + y *
			((1 - x) * value(left, bottom) + x * value(right, bottom));
	}

	private double value(final int column, final int row) {
		return values[row * horizontal.count() + column];
	}
}
