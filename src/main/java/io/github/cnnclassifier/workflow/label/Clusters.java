
package io.github.cnnclassifier.workflow.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Crops that look alike, without any label: k-means (Lloyd) from centers that
 * k-means++ (Arthur and Vassilvitskii, 2007) has drawn. Immutable.
 *
 * @param of the cluster of each crop; below 0 for one without features
 * @param centers of the clusters, beside similar ones
 * @param members of each cluster, from the one nearest to the center on
 */
record Clusters(int[] of, float[][] centers, int[][] members) {

	private static final int ROUNDS = 15;

	/**
	 * @param rows of each crop; null for one without features
	 * @param wanted how many clusters at most, at least 1
	 * @param random draws the first centers
	 */
	static Clusters of(final float[][] rows, final int wanted,
		final SplittableRandom random)
	{
		final int[] present = IntStream.range(0, rows.length).filter(
			i -> rows[i] != null).toArray();
		float[][] centers = drawn(rows, present, Math.min(wanted, present.length),
			random);
		final int[] of = new int[rows.length];
		Arrays.fill(of, -1);
		for (int round = 0; round < ROUNDS; round++) {
			if (!assign(rows, present, centers, of)) return ordered(rows, present,
				centers, of);
			centers = means(rows, present, centers, of);
		}
		assign(rows, present, centers, of);
		return ordered(rows, present, centers, of);
	}

	private static float[][] drawn(final float[][] rows, final int[] present,
		final int wanted, final SplittableRandom random)
	{
		final List<float[]> centers = new ArrayList<>();
		final double[] nearest = new double[present.length];
		Arrays.fill(nearest, Double.POSITIVE_INFINITY);
		int next = random.nextInt(present.length);
		while (true) {
			final float[] center = rows[present[next]];
			centers.add(center);
			double sum = 0;
			for (int i = 0; i < present.length; i++) {
				nearest[i] = Math.min(nearest[i], FeatureSpace.squaredDistance(
					rows[present[i]], center));
				sum += nearest[i];
			}
			// all others are the same as one of the centers
			if (centers.size() == wanted || sum == 0) return centers.toArray(
				float[][]::new);
			double left = random.nextDouble() * sum;
			next = 0;
			while (next < present.length - 1 && left >= nearest[next])
				left -= nearest[next++];
		}
	}

	/** @return whether a row changed its cluster */
	private static boolean assign(final float[][] rows, final int[] present,
		final float[][] centers, final int[] of)
	{
		boolean changed = false;
		for (final int i : present) {
			int best = 0;
			double least = Double.POSITIVE_INFINITY;
			for (int c = 0; c < centers.length; c++) {
				final double distance = FeatureSpace.squaredDistance(rows[i],
					centers[c]);
				if (distance < least) {
					least = distance;
					best = c;
				}
			}
			changed |= of[i] != best;
			of[i] = best;
		}
		return changed;
	}

	private static float[][] means(final float[][] rows, final int[] present,
		final float[][] former, final int[] of)
	{
		final double[][] sums = new double[former.length][former[0].length];
		final int[] counts = new int[former.length];
		for (final int i : present) {
			counts[of[i]]++;
			for (int f = 0; f < rows[i].length; f++)
				sums[of[i]][f] += rows[i][f];
		}
		final float[][] means = new float[former.length][];
		for (int c = 0; c < means.length; c++) {
			if (counts[c] == 0) {
				means[c] = former[c];
				continue;
			}
			means[c] = new float[sums[c].length];
			for (int f = 0; f < means[c].length; f++)
				means[c][f] = (float) (sums[c][f] / counts[c]);
		}
		return means;
	}

	/** The largest first, then always the one most like the one before. */
	private static Clusters ordered(final float[][] rows, final int[] present,
		final float[][] centers, final int[] of)
	{
		final long[] sizes = new long[centers.length];
		for (final int i : present)
			sizes[of[i]]++;
		final List<Integer> left = new ArrayList<>(IntStream.range(0,
			centers.length).filter(c -> sizes[c] > 0).boxed().toList());
		final List<Integer> order = new ArrayList<>();
		Integer next = left.stream().max(Comparator.comparingLong(c -> sizes[c]))
			.orElseThrow();
		while (true) {
			order.add(next);
			left.remove(next);
			if (left.isEmpty()) break;
			final float[] last = centers[next];
			next = left.stream().min(Comparator.comparingDouble(c -> FeatureSpace
				.squaredDistance(centers[c], last))).orElseThrow();
		}
		final int[] place = new int[centers.length];
		for (int c = 0; c < order.size(); c++)
			place[order.get(c)] = c;
		final int[] renumbered = new int[of.length];
		for (int i = 0; i < of.length; i++)
			renumbered[i] = of[i] < 0 ? -1 : place[of[i]];
		final float[][] sorted = order.stream().map(c -> centers[c]).toArray(
			float[][]::new);
		final int[][] members = IntStream.range(0, sorted.length).mapToObj(
			c -> Arrays.stream(present).filter(i -> renumbered[i] == c).boxed()
				.sorted(Comparator.comparingDouble(i -> FeatureSpace.squaredDistance(
					rows[i], sorted[c]))).mapToInt(i -> i).toArray()).toArray(
						int[][]::new);
		return new Clusters(renumbered, sorted, members);
	}
}
