
package io.github.cnnclassifier.dataset;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds all pairs of points within a distance without comparing each with each:
 * points are laid into cells as wide as the distance, along the three axes on
 * which they differ most, so only neighboring cells need a look.
 */
final class CoarseGrid {

	private static final int AXES = 3;

	/** Is told each pair once. */
	@FunctionalInterface
	interface Pairs {

		void close(int a, int b);
	}

	private final List<float[]> points;
	private final double distance;
	private final int[] axes;

	/**
	 * @param points coordinates, all of the same number
	 * @param distance above 0
	 */
	CoarseGrid(final List<float[]> points, final double distance) {
		this.points = points;
		this.distance = distance;
		axes = points.isEmpty() ? new int[0] : widestAxes();
	}

	private int[] widestAxes() {
		return IntStream.range(0, points.get(0).length).boxed().sorted(Comparator
			.comparingDouble(axis -> -variance(axis))).limit(AXES).mapToInt(
				Integer::intValue).toArray();
	}

	private double variance(final int axis) {
		final double mean = points.stream().mapToDouble(p -> p[axis]).average()
			.orElseThrow();
		return points.stream().mapToDouble(p -> (p[axis] - mean) * (p[axis] - mean))
			.sum();
	}

	void forEachClosePair(final Pairs pairs) {
		final Map<Long, Cell> cells = new HashMap<>();
		for (int i = 0; i < points.size(); i++) {
			final long[] place = place(points.get(i));
			for (int x = -1; x <= 1; x++) {
				for (int y = -1; y <= 1; y++) {
					for (int z = -1; z <= 1; z++) {
						final Cell cell = cells.get(key(place, x, y, z));
						if (cell != null) compare(i, cell, pairs);
					}
				}
			}
			cells.computeIfAbsent(key(place, 0, 0, 0), unused -> new Cell()).add(i);
		}
	}

	private void compare(final int i, final Cell cell, final Pairs pairs) {
		final float[] point = points.get(i);
		for (int k = 0; k < cell.size; k++) {
			if (isClose(point, points.get(cell.members[k]))) pairs.close(
				cell.members[k], i);
		}
	}

	private boolean isClose(final float[] a, final float[] b) {
		double sum = 0;
		for (int k = 0; k < a.length; k++) {
			sum += (a[k] - b[k]) * (a[k] - b[k]);
		}
		return sum <= distance * distance;
	}

	private long[] place(final float[] point) {
		return Arrays.stream(axes).mapToLong(axis -> (long) Math.floor(point[axis] /
			distance)).toArray();
	}

	private static long key(final long[] place, final int x, final int y,
		final int z)
	{
		// coordinates are from -1 to 1, so 20 bits hold any cell
		return (place[0] + x << 40) + (place[1] + y << 20) + place[2] + z;
	}

	/** The points of one cell by number. */
	private static final class Cell {

		private int[] members = new int[4];
		private int size;

		void add(final int member) {
			if (size == members.length) members = Arrays.copyOf(members, 2 * size);
			members[size++] = member;
		}
	}
}
