
package io.github.cnnclassifier.dataset.split;

import io.github.cnnclassifier.dataset.survey.Fingerprint;

/**
 * Some numbers that say how light and dark are spread over a picture, the same
 * for its quarter turns and mirror images. They come from the lowest
 * frequencies of its cosine transform, an orthonormal one: the distance between
 * the numbers of two pictures is never more than that between the pictures in
 * their best position. So what is far apart here needs no closer look.
 */
final class CoarseShape {

	private static final int SIDE = Fingerprint.SHAPE_SIDE;
	private static final int FREQUENCIES = 6;
	private static final double[][] BASIS = basis();

	/** All but the mean, which is 0. */
	static final int SIZE = FREQUENCIES * FREQUENCIES - 1;

	private CoarseShape() {}

	/** @return for pictures of length 1, so each number is from -1 to 1 */
	static float[] of(final byte[] shape) {
		final double[][] c = transform(shape);
		final float[] numbers = new float[SIZE];
		int size = 0;
		for (int j = 1; j < FREQUENCIES; j++) {
			for (int k = 0; k < j; k++) {
				final double[] pair = pair(c[j][k], c[k][j], (j & 1) == 0 && (k &
					1) == 0);
				numbers[size++] = (float) pair[0];
				numbers[size++] = (float) pair[1];
			}
			numbers[size++] = (float) ((j & 1) == 0 ? c[j][j] : Math.abs(c[j][j]));
		}
		return numbers;
	}

	/**
	 * A turn swaps rows and columns; a mirror image changes the sign of odd
	 * frequencies.
	 */
	private static double[] pair(final double a, final double b,
		final boolean signed)
	{
		if (signed) return new double[] { (a + b) / Math.sqrt(2), Math.abs(a - b) /
			Math.sqrt(2) };
		return new double[] { Math.max(Math.abs(a), Math.abs(b)), Math.min(Math.abs(
			a), Math.abs(b)) };
	}

	private static double[][] transform(final byte[] shape) {
		final double[][] rows = new double[SIDE][FREQUENCIES];
		for (int y = 0; y < SIDE; y++) {
			for (int k = 0; k < FREQUENCIES; k++) {
				for (int x = 0; x < SIDE; x++) {
					rows[y][k] += BASIS[k][x] * shape[y * SIDE + x];
				}
			}
		}
		final double length = Fingerprint.UNIT * (double) SIDE;
		final double[][] c = new double[FREQUENCIES][FREQUENCIES];
		for (int j = 0; j < FREQUENCIES; j++) {
			for (int k = 0; k < FREQUENCIES; k++) {
				for (int y = 0; y < SIDE; y++) {
					c[j][k] += BASIS[j][y] * rows[y][k] / length;
				}
			}
		}
		return c;
	}

	private static double[][] basis() {
		final double[][] basis = new double[FREQUENCIES][SIDE];
		for (int k = 0; k < FREQUENCIES; k++) {
			for (int x = 0; x < SIDE; x++) {
				basis[k][x] = Math.sqrt((k == 0 ? 1.0 : 2.0) / SIDE) * Math.cos(
					Math.PI * k * (2 * x + 1) / (2.0 * SIDE));
			}
		}
		return basis;
	}
}
