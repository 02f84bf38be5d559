
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

	/** Of the points, on each side, over which a mean or a slope is taken. */
	private static final double REACH = 0.05;

	/** Share of the first loss by which it must fall to have fallen clearly. */
	private static final double CLEARLY = 0.05;

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
	 * @return the rate at which the loss falls fastest, in two digits: as a rule a
	 *         good highest rate of a run; empty if it does not fall clearly
	 */
	public OptionalDouble suggestion() {
		final double[] losses = smoothed();
		int lowest = 0;
		for (int i = 0; i < losses.length; i++)
			if (losses[i] < losses[lowest]) lowest = i;
		if (losses.length == 0 || losses[0] - losses[lowest] < CLEARLY * losses[0])
			return OptionalDouble.empty();
		int steepest = 1;
		for (int i = 1; i < lowest; i++)
			if (slope(losses, i) < slope(losses, steepest)) steepest = i;
		return OptionalDouble.of(BigDecimal.valueOf(points.get(steepest).rate())
			.round(TWO_DIGITS).doubleValue());
	}

	/** By least squares; rates rise by the same factor from point to point. */
	private static double slope(final double[] losses, final int at) {
		final int reach = reach(at, losses.length);
		double rise = 0;
		double squares = 0;
		for (int d = -reach; d <= reach; d++) {
			rise += d * losses[at + d];
			squares += d * d;
		}
		return squares == 0 ? 0 : rise / squares;
	}

	private static int reach(final int at, final int size) {
		final int wished = Math.max(1, (int) (REACH * size));
		return Math.min(wished, Math.min(at, size - 1 - at));
	}
}
