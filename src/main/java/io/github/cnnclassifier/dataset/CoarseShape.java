
package io.github.cnnclassifier.dataset;

/**
 * Eight numbers that say how light and dark are spread over a picture, the same
 * for its quarter turns and mirror images. They come from the lowest
 * frequencies of its cosine transform, an orthonormal one: the distance between
 * the numbers of two pictures is never more than that between the pictures in
 * their best position. So what is far apart here needs no closer look.
 */
final class CoarseShape {

	static final int SIZE = 8;

	private static final int SIDE = Fingerprint.SHAPE_SIDE;
	private static final int FREQUENCIES = 3;
	private static final double[][] BASIS = basis();

	private CoarseShape() {}

	/** @return for pictures of length 1, so each number is from -1 to 1 */
	static float[] of(final byte[] shape) {
		final double[][] c = transform(shape);
		final float[] numbers = new float[SIZE];
		// a turn swaps rows and columns, a mirror image changes signs
		larger(numbers, 0, c[0][1], c[1][0]);
		larger(numbers, 2, c[1][2], c[2][1]);
		numbers[4] = (float) ((c[0][2] + c[2][0]) / Math.sqrt(2));
		numbers[5] = (float) Math.abs((c[0][2] - c[2][0]) / Math.sqrt(2));
		numbers[6] = (float) Math.abs(c[1][1]);
		numbers[7] = (float) c[2][2];
		return numbers;
	}

	private static void larger(final float[] numbers, final int at,
		final double a, final double b)
	{
		numbers[at] = (float) Math.max(Math.abs(a), Math.abs(b));
		numbers[at + 1] = (float) Math.min(Math.abs(a), Math.abs(b));
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
