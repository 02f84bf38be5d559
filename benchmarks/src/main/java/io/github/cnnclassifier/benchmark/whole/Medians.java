
package io.github.cnnclassifier.benchmark.whole;

import java.util.Arrays;
import java.util.List;

/** The middle of repeated measurements. */
final class Medians {

	private Medians() {}

	/** @param values an odd number of them */
	static double of(final List<Double> values) {
		final double[] sorted = values.stream().mapToDouble(Double::doubleValue)
			.toArray();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}
}
