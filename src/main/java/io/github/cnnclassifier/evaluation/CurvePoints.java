
package io.github.cnnclassifier.evaluation;

import java.util.Arrays;

/**
 * Collects the points of a curve, but those in the middle of a vertical or
 * horizontal line: of a hundred thousand images few are corners. Not
 * thread-safe.
 */
final class CurvePoints {

	private double[] x = new double[16];
	private double[] y = new double[16];
	private int size;

	void add(final double nextX, final double nextY) {
		if (size > 1 && (isFlat(x, nextX) || isFlat(y, nextY))) size--;
		if (size == x.length) {
			x = Arrays.copyOf(x, 2 * size);
			y = Arrays.copyOf(y, 2 * size);
		}
		x[size] = nextX;
		y[size] = nextY;
		size++;
	}

	private boolean isFlat(final double[] values, final double next) {
		return values[size - 1] == next && values[size - 2] == next;
	}

	Curve curve(final double area) {
		return new Curve(Arrays.copyOf(x, size), Arrays.copyOf(y, size), area);
	}
}
