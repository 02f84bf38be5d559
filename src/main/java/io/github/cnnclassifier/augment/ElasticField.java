
package io.github.cnnclassifier.augment;

import java.util.SplittableRandom;

/**
 * A smooth random distortion: control points on a grid over the image are moved
 * at random, and a cubic B-spline carries their movement to the pixels between.
 * No pixel moves further than the control points may.
 */
final class ElasticField {

	/** Of the grid on each side: waves about half an image long. */
	private static final int CELLS = 4;
	private static final int POINTS = CELLS + 3;

	private final int width;
	private final int height;
	private final double[] pointsX = new double[POINTS * POINTS];
	private final double[] pointsY = new double[POINTS * POINTS];
	private final int[] cellOfColumn;
	private final double[] weightsOfColumn;

	/**
	 * @param fraction of width and height that a control point moves at most
	 * @param width in pixels
	 * @param height in pixels
	 * @param random of this distortion alone
	 */
	ElasticField(final double fraction, final int width, final int height,
		final SplittableRandom random)
	{
		this.width = width;
		this.height = height;
		for (int i = 0; i < pointsX.length; i++) {
			pointsX[i] = (2 * random.nextDouble() - 1) * fraction * width;
			pointsY[i] = (2 * random.nextDouble() - 1) * fraction * height;
		}
		cellOfColumn = new int[width];
		weightsOfColumn = new double[4 * width];
		for (int x = 0; x < width; x++) {
			cellOfColumn[x] = weights(x, width, weightsOfColumn, 4 * x);
		}
	}

	/**
	 * @param y row of pixels
	 * @param toX receives how far each pixel of the row moves to the right
	 * @param toY receives how far each moves down
	 */
	void row(final int y, final double[] toX, final double[] toY) {
		final double[] weights = new double[4];
		final int cell = weights(y, height, weights, 0);
		final double[] rowX = combined(pointsX, cell, weights);
		final double[] rowY = combined(pointsY, cell, weights);
		for (int x = 0; x < width; x++) {
			final int i = cellOfColumn[x];
			final double a = weightsOfColumn[4 * x];
			final double b = weightsOfColumn[4 * x + 1];
			final double c = weightsOfColumn[4 * x + 2];
			final double d = weightsOfColumn[4 * x + 3];
			toX[x] = a * rowX[i] + b * rowX[i + 1] + c * rowX[i + 2] + d * rowX[i +
				3];
			toY[x] = a * rowY[i] + b * rowY[i + 1] + c * rowY[i + 2] + d * rowY[i +
				3];
		}
	}

	/** Four rows of control points become one. */
	private static double[] combined(final double[] points, final int cell,
		final double[] weights)
	{
		final double[] row = new double[POINTS];
		for (int k = 0; k < 4; k++) {
			for (int i = 0; i < POINTS; i++) {
				row[i] += weights[k] * points[(cell + k) * POINTS + i];
			}
		}
		return row;
	}

	/** The four B-spline weights of a pixel; returns its cell of the grid. */
	private static int weights(final int pixel, final int length,
		final double[] out, final int at)
	{
		final double position = (pixel + 0.5) / length * CELLS;
		final int cell = (int) position;
		final double t = position - cell;
		final double s = 1 - t;
		out[at] = s * s * s / 6;
		out[at + 1] = (3 * t * t * t - 6 * t * t + 4) / 6;
		out[at + 2] = (3 * s * s * s - 6 * s * s + 4) / 6;
		out[at + 3] = t * t * t / 6;
		return cell;
	}
}
