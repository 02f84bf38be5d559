
package io.github.cnnclassifier.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The loss of steps at rising learning rates.
 *
 * @param points in the order of the steps, rates rising; copied
 */
public record LearningRateCurve(List<Point> points) {

	/**
	 * One step.
	 *
	 * @param rate that was applied
	 * @param loss of its batch before the step, finite
	 */
	public record Point(double rate, double loss) {
	}

	/** Points on each side over which a mean is taken: a share, or at least. */
	private static final double REACH = 0.05;
	private static final int SHORTEST_REACH = 3;

	/** Share of the first mean loss by which it must fall to fall clearly. */
	private static final double CLEARLY = 0.05;

	/**
	 * Where the loss is lowest, steps are about to become too large. The losses
	 * of single batches are too noisy to tell where it falls fastest.
	 */
	private static final double BELOW_THE_LOWEST = 10;

	private static final MathContext TWO_DIGITS = new MathContext(2);

	/** Copies the list. */
	public LearningRateCurve {
		points = List.copyOf(points);
	}

	/**
	 * @return of each point the mean loss of its neighborhood, which is as far to
	 *         both sides
	 */
	public double[] smoothed() {
		final double[] means = new double[points.size()];
		for (int i = 0; i < means.length; i++) {
			final int reach = reach(i, means.length);
			means[i] = points.subList(i - reach, i + reach + 1).stream().mapToDouble(
				Point::loss).average().orElseThrow();
		}
		return means;
	}

	/**
	 * @return a tenth of the rate at which the mean loss is lowest, in two
	 *         digits: as a rule a good highest rate of a run; empty if the loss
	 *         does not fall clearly
	 */
	public OptionalDouble suggestion() {
		final double[] losses = smoothed();
		// those whose neighborhood is whole
		final int first = wholeReach(losses.length);
		final int end = losses.length - first;
		int lowest = first;
		for (int i = first; i < end; i++)
			if (losses[i] < losses[lowest]) lowest = i;
		if (first >= end || losses[first] - losses[lowest] < CLEARLY *
			losses[first]) return OptionalDouble.empty();
		return OptionalDouble.of(BigDecimal.valueOf(points.get(lowest).rate() /
			BELOW_THE_LOWEST).round(TWO_DIGITS).doubleValue());
	}

	private static int wholeReach(final int size) {
		return Math.max(SHORTEST_REACH, (int) (REACH * size));
	}

	private static int reach(final int at, final int size) {
		return Math.min(wholeReach(size), Math.min(at, size - 1 - at));
	}
}
