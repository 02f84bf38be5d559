
package io.github.cnnclassifier.dataset.split;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;

import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * Finds all pairs of points within a distance without comparing each with each,
 * on all cores. The points are halved again and again where they differ most;
 * boxes around the parts tell which parts are too far from each other for a
 * closer look.
 */
final class ClosePairs {

	private static final int LEAF = 4;
	/** Parts of fewer points are not worth another thread. */
	private static final int ENOUGH_TO_SHARE = 1 << 11;

	/** Is told each pair once, in any order, by several threads. */
	@FunctionalInterface
	interface Listener {

		void close(int a, int b);
	}

	private final float[][] points;
	/** The points as they lie in the parts, so that neighbors are neighbors. */
	private final int[] order;
	private final double squaredDistance;
	private final Listener listener;
	private final Progress progress;

	private ClosePairs(final float[][] points, final double distance,
		final Listener listener, final Progress progress)
	{
		this.points = points;
		order = IntStream.range(0, points.length).toArray();
		squaredDistance = distance * distance;
		this.listener = listener;
		this.progress = progress;
	}

	/**
	 * @param points coordinates, all of the same number
	 * @param distance at most this far apart
	 * @param listener is told the numbers of both points
	 * @param progress asked again and again whether to go on
	 * @throws CanceledException if the user asked to stop
	 */
	static void find(final List<float[]> points, final double distance,
		final Listener listener, final Progress progress)
	{
		if (points.isEmpty()) return;
		final ClosePairs pairs = new ClosePairs(widestFirst(points), distance,
			listener, progress);
		pairs.within(pairs.part(0, points.size()));
	}

	/**
	 * The axes that tell most points apart come first, which saves the others.
	 */
	private static float[][] widestFirst(final List<float[]> points) {
		final double[] spread = spread(points);
		final int[] axes = IntStream.range(0, spread.length).boxed().sorted(
			Comparator.comparingDouble(k -> -spread[k])).mapToInt(Integer::intValue)
			.toArray();
		return points.stream().map(point -> {
			final float[] sorted = new float[axes.length];
			for (int k = 0; k < axes.length; k++) {
				sorted[k] = point[axes[k]];
			}
			return sorted;
		}).toArray(float[][]::new);
	}

	/** @return the variance along each axis, times the number of points */
	private static double[] spread(final List<float[]> points) {
		final int size = points.get(0).length;
		final double[] sums = new double[size];
		final double[] spread = new double[size];
		for (final float[] point : points) {
			for (int k = 0; k < size; k++) {
				sums[k] += point[k];
				spread[k] += point[k] * point[k];
			}
		}
		for (int k = 0; k < size; k++) {
			spread[k] -= sums[k] * sums[k] / points.size();
		}
		return spread;
	}

	/** Points near one another; both halves are null if it is not divided. */
	private record Part(int begin, int end, float[] low, float[] high, Part left,
			Part right)
	{

		int size() {
			return end - begin;
		}
	}

	private Part part(final int begin, final int end) {
		final float[] low = points[begin].clone();
		final float[] high = low.clone();
		for (int i = begin + 1; i < end; i++) {
			final float[] point = points[i];
			for (int k = 0; k < point.length; k++) {
				low[k] = Math.min(low[k], point[k]);
				high[k] = Math.max(high[k], point[k]);
			}
		}
		final int middle = end - begin <= LEAF ? begin : divide(begin, end);
		// all equal, or as good as
		if (middle == begin) return new Part(begin, end, low, high, null, null);
		return new Part(begin, end, low, high, part(begin, middle), part(middle,
			end));
	}

	/**
	 * Along the axis on which the points vary most.
	 *
	 * @return where the points begin that do not lie below the mean
	 */
	private int divide(final int begin, final int end) {
		final double[] spread = spread(Arrays.asList(points).subList(begin, end));
		int axis = 0;
		for (int k = 1; k < spread.length; k++) {
			if (spread[k] > spread[axis]) axis = k;
		}
		double sum = 0;
		for (int i = begin; i < end; i++) {
			sum += points[i][axis];
		}
		final double mean = sum / (end - begin);
		int middle = begin;
		for (int i = begin; i < end; i++) {
			if (points[i][axis] < mean) swap(i, middle++);
		}
		return middle;
	}

	private void swap(final int i, final int k) {
		final float[] point = points[i];
		points[i] = points[k];
		points[k] = point;
		final int number = order[i];
		order[i] = order[k];
		order[k] = number;
	}

	private void within(final Part part) {
		if (part.left == null) {
			for (int i = part.begin + 1; i < part.end; i++) {
				for (int k = part.begin; k < i; k++) {
					compare(k, i);
				}
			}
		}
		else if (part.size() < ENOUGH_TO_SHARE) {
			within(part.left);
			within(part.right);
			between(part.left, part.right);
		}
		else share(() -> within(part.left), () -> within(part.right), () -> between(
			part.left, part.right));
	}

	private void between(final Part a, final Part b) {
		if (squaredGap(a, b) > squaredDistance) return;
		if (a.left == null && b.left == null) {
			for (int i = a.begin; i < a.end; i++) {
				for (int k = b.begin; k < b.end; k++) {
					compare(i, k);
				}
			}
		}
		else if (b.left == null || a.left != null && a.size() > b.size()) {
			between(b, a.left, a.right);
		}
		else between(a, b.left, b.right);
	}

	private void between(final Part part, final Part left, final Part right) {
		if (part.size() < ENOUGH_TO_SHARE) {
			between(part, left);
			between(part, right);
		}
		else share(() -> between(part, left), () -> between(part, right));
	}

	private void share(final Runnable... jobs) {
		progress.checkCanceled();
		ForkJoinTask.invokeAll(Arrays.stream(jobs).map(ForkJoinTask::adapt)
			.toList());
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
		if (sum <= squaredDistance) listener.close(order[a], order[b]);
	}
}
