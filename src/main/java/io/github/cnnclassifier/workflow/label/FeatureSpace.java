
package io.github.cnnclassifier.workflow.label;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.transfer.FeatureScaling;

/**
 * Crops as points whose distance tells how unlike they are: every feature has
 * mean 0 and deviation 1. Immutable.
 *
 * @param rows by crop; null for one without features; all of one length
 * @param clusters alike crops
 */
record FeatureSpace(float[][] rows, Clusters clusters) {

	/** More would make each fit slow; crops of many channels have more. */
	private static final int MOST_FEATURES = 512;
	/** To how many of the fewer features each one goes. */
	private static final int SHARES = 4;
	private static final int MOST_CLUSTERS = 40;
	private static final int FEWEST_CLUSTERS = 4;

	/**
	 * @param features by crop; null for one without; at least one has some
	 * @param seed of what is drawn
	 */
	static FeatureSpace of(final float[][] features, final SeedTree seed) {
		final float[][] rows = standardized(fewer(features, seed.child("fewer")
			.random()));
		final long count = Arrays.stream(rows).filter(row -> row != null).count();
		final int clusters = (int) Math.max(FEWEST_CLUSTERS, Math.min(MOST_CLUSTERS,
			Math.round(Math.sqrt(count))));
		return new FeatureSpace(rows, Clusters.of(rows, clusters, seed.child(
			"clusters").random()));
	}

	/**
	 * Very many features are mixed into fewer by random signs, which keeps
	 * distances about as they are (Johnson and Lindenstrauss, 1984).
	 */
	private static float[][] fewer(final float[][] features,
		final SplittableRandom random)
	{
		final int length = Arrays.stream(features).filter(row -> row != null)
			.mapToInt(row -> row.length).findFirst().orElseThrow();
		if (length <= MOST_FEATURES) return features;
		final float[][] all = standardized(features);
		final int[] targets = IntStream.range(0, length * SHARES).map(i -> random
			.nextInt(MOST_FEATURES)).toArray();
		final boolean[] minus = new boolean[targets.length];
		for (int i = 0; i < minus.length; i++)
			minus[i] = random.nextBoolean();
		final float[][] mixed = new float[all.length][];
		for (int i = 0; i < all.length; i++) {
			if (all[i] == null) continue;
			mixed[i] = new float[MOST_FEATURES];
			for (int t = 0; t < targets.length; t++) {
				final float value = all[i][t / SHARES];
				mixed[i][targets[t]] += minus[t] ? -value : value;
			}
		}
		return mixed;
	}

	private static float[][] standardized(final float[][] rows) {
		final FeatureScaling scaling = FeatureScaling.of(rows);
		return Arrays.stream(rows).map(row -> row == null ? null : scaling.scaled(
			row)).toArray(float[][]::new);
	}

	static double squaredDistance(final float[] a, final float[] b) {
		float s0 = 0;
		float s1 = 0;
		int f = 0;
		for (; f + 1 < a.length; f += 2) {
			final float d0 = a[f] - b[f];
			final float d1 = a[f + 1] - b[f + 1];
			s0 += d0 * d0;
			s1 += d1 * d1;
		}
		if (f < a.length) s0 += (a[f] - b[f]) * (a[f] - b[f]);
		return s0 + s1;
	}

	/** @return all crops, alike ones beside each other; without features last */
	int[] alike() {
		return IntStream.concat(Arrays.stream(clusters.members()).flatMapToInt(
			Arrays::stream), IntStream.range(0, rows.length).filter(
				i -> rows[i] == null)).toArray();
	}
}
