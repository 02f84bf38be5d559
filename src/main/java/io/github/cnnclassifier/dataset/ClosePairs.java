
package io.github.cnnclassifier.dataset;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.github.cnnclassifier.progress.Progress;

/**
 * Finds all pairs of points within a distance without comparing each with each.
 * The points are halved again and again where they differ most; boxes around
 * the parts tell which parts are too far from each other for a closer look.
 */
final class ClosePairs {

	private static final int LEAF = 8;
	private static final int STEPS_BETWEEN_LOOKS = 1 << 12;

	/** Is told each pair once. */
	@FunctionalInterface
	interface Listener {

		void close(int a, int b);
	}

	private final float[][] points;
	private final double squaredDistance;
	private final Listener listener;
	private final Progress progress;
	private int steps;

	private ClosePairs(final float[][] points, final double distance,
		final Listener listener, final Progress progress)
	{
		this.progress = progress;
		this.points = points;
		squaredDistance = distance * distance;
		this.listener = listener;
	}

	/**
	 * @param points coordinates, all of the same number
	 * @param distance at most this far apart
	 * @param listener is told the numbers of both points
	 * @param progress asked again and again whether to go on
	 */
	static void find(final List<float[]> points, final double distance,
		final Listener listener, final Progress progress)
	{
		if (points.isEmpty()) return;
		final ClosePairs pairs = new ClosePairs(widestFirst(points), distance,
			listener, progress);
		pairs.within(pairs.part(IntStream.range(0, points.size()).toArray()));
	}

	/**
	 * The axes that tell most points apart come first, which saves the others.
	 */
	private static float[][] widestFirst(final List<float[]> points) {
		final int size = points.get(0).length;
		final double[] sums = new double[size];
		final double[] squares = new double[size];
		for (final float[] point : points) {
			for (int k = 0; k < size; k++) {
				sums[k] += point[k];
				squares[k] += point[k] * point[k];
			}
		}
		final int[] axes = IntStream.range(0, size).boxed().sorted(Comparator
			.comparingDouble(k -> sums[k] * sums[k] / points.size() - squares[k]))
			.mapToInt(Integer::intValue).toArray();
		return points.stream().map(point -> {
			final float[] sorted = new float[size];
			for (int k = 0; k < size; k++) {
				sorted[k] = point[axes[k]];
			}
			return sorted;
		}).toArray(float[][]::new);
	}

	/** Points near one another; both halves are null if it is not divided. */
	private record Part(int[] members, float[] low, float[] high, Part left,
			Part right)
	{
	}

	private Part part(final int[] members) {
		final float[] low = points[members[0]].clone();
		final float[] high = low.clone();
		for (final int member : members) {
			final float[] point = points[member];
			for (int k = 0; k < point.length; k++) {
				low[k] = Math.min(low[k], point[k]);
				high[k] = Math.max(high[k], point[k]);
			}
		}
		int widest = 0;
		for (int k = 1; k < low.length; k++) {
			if (high[k] - low[k] > high[widest] - low[widest]) widest = k;
		}
		final int axis = widest;
		final double mean = Arrays.stream(members).mapToDouble(i -> points[i][axis])
			.average().orElseThrow();
		final int[] left = Arrays.stream(members).filter(
			i -> points[i][axis] < mean).toArray();
		if (members.length <= LEAF || left.length == 0) return new Part(members,
			low, high, null, null);
		final int[] right = Arrays.stream(members).filter(
			i -> points[i][axis] >= mean).toArray();
		return new Part(members, low, high, part(left), part(right));
	}

	private void within(final Part part) {
		if (part.left == null) {
			for (int i = 1; i < part.members.length; i++) {
				for (int k = 0; k < i; k++) {
					compare(part.members[k], part.members[i]);
				}
			}
			return;
		}
		within(part.left);
		within(part.right);
		between(part.left, part.right);
	}

	private void between(final Part a, final Part b) {
		if (++steps % STEPS_BETWEEN_LOOKS == 0) progress.checkCanceled();
		if (squaredGap(a, b) > squaredDistance) return;
		if (a.left == null && b.left == null) {
			for (final int i : a.members) {
				for (final int k : b.members) {
					compare(i, k);
				}
			}
		}
		else if (b.left == null || a.left != null &&
			a.members.length > b.members.length)
		{
			between(a.left, b);
			between(a.right, b);
		}
		else {
			between(a, b.left);
			between(a, b.right);
		}
	}

	private double squaredGap(final Part a, final Part b) {
		double sum = 0;
		for (int k = 0; k < a.low.length && sum <= squaredDistance; k++) {
			final double gap = Math.max(0, Math.max(a.low[k] - b.high[k], b.low[k] -
				a.high[k]));
			sum += gap * gap;
		}
		return sum;
	}

	private void compare(final int a, final int b) {
		final float[] p = points[a];
		final float[] q = points[b];
		double sum = 0;
		for (int k = 0; k < p.length && sum <= squaredDistance; k++) {
			final double gap = p[k] - q[k];
			sum += gap * gap;
		}
		if (sum <= squaredDistance) listener.close(a, b);
	}
}
