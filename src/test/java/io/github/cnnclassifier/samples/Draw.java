
package io.github.cnnclassifier.samples;

import java.util.SplittableRandom;

import io.github.cnnclassifier.random.SeedTree;

/**
 * Random numbers of the few kinds that drawing needs. Built on uniform numbers
 * alone: how the JDK makes others may change from version to version.
 */
final class Draw {

	/** Above this mean a normal distribution stands in for Poisson's. */
	private static final double LARGE_MEAN = 50;

	private final SplittableRandom random;

	Draw(final SeedTree seed) {
		random = seed.random();
	}

	/** From {@code low}, inclusive, to {@code high}. */
	double uniform(final double low, final double high) {
		return low + (high - low) * random.nextDouble();
	}

	/** From 0 to {@code bound - 1}. */
	int below(final int bound) {
		return (int) (bound * random.nextDouble());
	}

	boolean chance(final double probability) {
		return random.nextDouble() < probability;
	}

	double angle() {
		return uniform(0, 2 * StrictMath.PI);
	}

	/** Normal with mean 0 and the given standard deviation (Box and Muller). */
	double normal(final double deviation) {
		final double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random
			.nextDouble()));
		return deviation * radius * StrictMath.cos(angle());
	}

	/** Log-normal: most values near the median, never negative. */
	double around(final double median, final double deviationOfLog) {
		return median * StrictMath.exp(normal(deviationOfLog));
	}

	/** Counts of independent events, as photons in a pixel. */
	double poisson(final double mean) {
		if (mean > LARGE_MEAN) return Math.max(0, StrictMath.rint(mean + normal(
			StrictMath.sqrt(mean))));
		final double limit = StrictMath.exp(-mean);
		int events = 0;
		for (double product = random.nextDouble(); product > limit; events++) {
			product *= random.nextDouble();
		}
		return events;
	}
}
