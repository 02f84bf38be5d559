
package io.github.cnnclassifier.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

import io.github.cnnclassifier.random.SeedTree;

/**
 * Intervals of figures of images that are not independent of each other: whole
 * groups are drawn again and again, with all of their predictions, and the
 * middle 95 % of the figures of these draws are the interval. The same
 * predictions give the same interval.
 *
 * @param accuracy share of predictions that are right
 * @param balancedAccuracy mean recall
 * @param macroF1 mean F1 of the classes
 * @param units how many groups, and images that stand alone, there are
 */
public record GroupBootstrap(Interval accuracy, Interval balancedAccuracy,
		Interval macroF1, int units)
{

	private static final int DRAWS = 2000;
	private static final double TAIL = 0.025;

	/** Of each class, how many predictions there are of it. */
	private static final class Counts {

		final long[] right;
		final long[] actual;
		final long[] predicted;

		Counts(final int classes) {
			right = new long[classes];
			actual = new long[classes];
			predicted = new long[classes];
		}

		void add(final LabeledPrediction labeled) {
			if (labeled.correct()) right[labeled.actual()]++;
			actual[labeled.actual()]++;
			predicted[labeled.predicted()]++;
		}

		double accuracy() {
			return (double) Arrays.stream(right).sum() / Arrays.stream(actual).sum();
		}

		double balancedAccuracy() {
			double sum = 0;
			int classes = 0;
			for (int c = 0; c < right.length; c++) {
				if (actual[c] == 0) continue;
				sum += (double) right[c] / actual[c];
				classes++;
			}
			return sum / classes;
		}

		double macroF1() {
			double sum = 0;
			int classes = 0;
			for (int c = 0; c < right.length; c++) {
				if (actual[c] + predicted[c] == 0) continue;
				sum += 2.0 * right[c] / (actual[c] + predicted[c]);
				classes++;
			}
			return sum / classes;
		}
	}

	/**
	 * @param classes how many there are
	 * @param predictions at least one
	 * @return intervals of the figures of all predictions together
	 */
	static GroupBootstrap of(final int classes,
		final List<HeldOutPrediction> predictions)
	{
		final int[][] members = units(predictions);
		final Counts[] draws = new Counts[DRAWS];
		final SplittableRandom random = new SeedTree(1).random();
		for (int i = 0; i < DRAWS; i++) {
			draws[i] = new Counts(classes);
			for (int j = 0; j < members.length; j++)
				for (final int row : members[random.nextInt(members.length)])
					draws[i].add(predictions.get(row).labeled());
		}
		final Counts all = new Counts(classes);
		predictions.forEach(p -> all.add(p.labeled()));
		return new GroupBootstrap(interval(Counts::accuracy, all, draws,
			members.length), interval(Counts::balancedAccuracy, all, draws,
				members.length), interval(Counts::macroF1, all, draws, members.length),
			members.length);
	}

	/** The rows of each, in the order of their first ones. */
	private static int[][] units(final List<HeldOutPrediction> predictions) {
		final Map<String, List<Integer>> units = new LinkedHashMap<>();
		for (int i = 0; i < predictions.size(); i++)
			units.computeIfAbsent(predictions.get(i).unit(),
				unused -> new ArrayList<>()).add(i);
		return units.values().stream().map(rows -> rows.stream().mapToInt(
			row -> row).toArray()).toArray(int[][]::new);
	}

	private static Interval interval(final ToDoubleFunction<Counts> figure,
		final Counts all, final Counts[] draws, final int units)
	{
		final double value = figure.applyAsDouble(all);
		// draws of what is always right, or always wrong, tell nothing
		if (value == 0 || value == 1) return Interval.wilson(Math.round(value *
			units), units);
		if (units == 1) return new Interval(0, 1);
		final double[] sorted = Arrays.stream(draws).mapToDouble(figure).sorted()
			.toArray();
		final int out = (int) Math.round(TAIL * DRAWS);
		return new Interval(sorted[out], sorted[DRAWS - 1 - out]);
	}
}
