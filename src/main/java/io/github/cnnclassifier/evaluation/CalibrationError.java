
package io.github.cnnclassifier.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import io.github.cnnclassifier.random.SeedTree;

/**
 * The expected calibration error, and how much of it may be chance: it is never
 * below 0, so that few images show one even of a classifier whose confidence is
 * right. The same predictions give the same numbers.
 *
 * @param value as {@link Reliability#expectedError}
 * @param interval the middle 95 % of the error when images, or groups of them,
 *          are drawn again and again; holds the value
 * @param byChance the mean error of a classifier that is right as often as it
 *          is sure, with these confidences and as many images
 */
public record CalibrationError(double value, Interval interval,
		double byChance)
{

	private static final int DRAWS = 1000;
	private static final int CHANCE_DRAWS = 200;
	private static final double TAIL = 0.025;

	/**
	 * @param predictions at least one; each stands for itself
	 * @return their error
	 */
	public static CalibrationError of(final List<LabeledPrediction> predictions) {
		return new Draws(predictions).error(singles(predictions.size()));
	}

	/**
	 * @param predictions at least one
	 * @param units of each prediction a name that those share which are not
	 *          independent of each other
	 * @return their error; the value is that of single predictions
	 * @throws IllegalArgumentException if there are not as many units
	 */
	public static CalibrationError of(final List<LabeledPrediction> predictions,
		final List<String> units)
	{
		if (units.size() != predictions.size()) throw new IllegalArgumentException(
			"Expected " + predictions.size() + " units, got " + units.size());
		final Map<String, List<Integer>> rows = new LinkedHashMap<>();
		for (int i = 0; i < units.size(); i++)
			rows.computeIfAbsent(units.get(i), unused -> new ArrayList<>()).add(i);
		return new Draws(predictions).error(rows.values().stream().map(
			members -> members.stream().mapToInt(i -> i).toArray()).toArray(
				int[][]::new));
	}

	private static int[][] singles(final int count) {
		final int[][] singles = new int[count][];
		for (int i = 0; i < count; i++)
			singles[i] = new int[] { i };
		return singles;
	}

	/** Of each answer, where it is in the diagram and what it adds there. */
	private static final class Draws {

		private final int[] bins;
		private final double[] confidences;
		private final double[] gaps;

		Draws(final List<LabeledPrediction> predictions) {
			bins = predictions.stream().mapToInt(Reliability::bin).toArray();
			confidences = predictions.stream().mapToDouble(p -> p.prediction()
				.confidence()).toArray();
			gaps = new double[bins.length];
			for (int i = 0; i < gaps.length; i++)
				gaps[i] = (predictions.get(i).correct() ? 1 : 0) - confidences[i];
		}

		CalibrationError error(final int[][] units) {
			final SplittableRandom random = new SeedTree(1).child("calibration")
				.random();
			final double value = whole(gaps);
			final double[] draws = new double[DRAWS];
			for (int d = 0; d < DRAWS; d++)
				draws[d] = drawn(units, random);
			Arrays.sort(draws);
			final int out = (int) Math.round(TAIL * DRAWS);
			return new CalibrationError(value, units.length == 1 ? new Interval(0, 1)
				: new Interval(Math.min(value, draws[out]), Math.max(value,
					draws[DRAWS - 1 - out])), byChance(random));
		}

		private double drawn(final int[][] units, final SplittableRandom random) {
			final double[] sums = new double[Reliability.BINS];
			int images = 0;
			for (int i = 0; i < units.length; i++) {
				final int[] unit = units[random.nextInt(units.length)];
				images += unit.length;
				for (final int row : unit)
					sums[bins[row]] += gaps[row];
			}
			return distance(sums, images);
		}

		private double byChance(final SplittableRandom random) {
			final double[] outcomes = new double[gaps.length];
			double sum = 0;
			for (int d = 0; d < CHANCE_DRAWS; d++) {
				for (int i = 0; i < outcomes.length; i++)
					outcomes[i] = (random.nextDouble() < confidences[i] ? 1 : 0) -
						confidences[i];
				sum += whole(outcomes);
			}
			return sum / CHANCE_DRAWS;
		}

		private double whole(final double[] each) {
			final double[] sums = new double[Reliability.BINS];
			for (int i = 0; i < each.length; i++)
				sums[bins[i]] += each[i];
			return distance(sums, each.length);
		}

		private static double distance(final double[] sums, final int images) {
			return Arrays.stream(sums).map(Math::abs).sum() / images;
		}
	}
}
