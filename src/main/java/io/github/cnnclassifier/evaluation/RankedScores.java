
package io.github.cnnclassifier.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The images in the order of the probability of one class, the best first.
 * Sorted once; areas are then found for any weights of the images in one pass.
 * Images of equal probability count as one step, so that their order has no
 * influence. Immutable.
 */
final class RankedScores {

	/** Areas below the two curves; NaN where there is none. */
	record Areas(double roc, double averagePrecision) {
	}

	private static final int POSITIVE = 1;
	private static final int END_OF_TIE = 2;
	private static final int FLAG_BITS = 2;

	/** Of each rank the image, and below it the two flags. */
	private final int[] ranks;

	private RankedScores(final int[] ranks) {
		this.ranks = ranks;
	}

	static RankedScores of(final List<LabeledPrediction> predictions,
		final int label)
	{
		final long[] keys = new long[predictions.size()];
		for (int i = 0; i < keys.length; i++) {
			// of numbers that are not negative, the bits have the same order; -0 + 0
			// is 0
			final int bits = Float.floatToIntBits(predictions.get(i).prediction()
				.probabilities()[label] + 0f);
			keys[i] = (long) (Integer.MAX_VALUE - bits) << Integer.SIZE | i;
		}
		Arrays.sort(keys);
		final int[] ranks = new int[keys.length];
		for (int rank = 0; rank < ranks.length; rank++) {
			final int image = (int) keys[rank];
			final boolean end = rank == ranks.length - 1 ||
				keys[rank] >>> Integer.SIZE != keys[rank + 1] >>> Integer.SIZE;
			ranks[rank] = image << FLAG_BITS | (end ? END_OF_TIE : 0) | (predictions
				.get(image).actual() == label ? POSITIVE : 0);
		}
		return new RankedScores(ranks);
	}

	/** @param weights one per image, at least 0 */
	Areas areas(final int[] weights) {
		long above = 0;
		long falseAbove = 0;
		long positive = 0;
		long negative = 0;
		double pairs = 0;
		double precisions = 0;
		for (final int rank : ranks) {
			final int weight = weights[rank >>> FLAG_BITS];
			// no branch: which images are positive cannot be foretold
			final int mask = -(rank & POSITIVE);
			positive += weight & mask;
			negative += weight & ~mask;
			if ((rank & END_OF_TIE) == 0) continue;
			pairs += negative * (above + positive / 2.0);
			above += positive;
			falseAbove += negative;
			// most steps of a rare class have none of it
			if (positive > 0) precisions += positive * ((double) above / (above +
				falseAbove));
			positive = 0;
			negative = 0;
		}
		return new Areas(above == 0 || falseAbove == 0 ? Double.NaN : pairs /
			above / falseAbove, above == 0 ? Double.NaN : precisions / above);
	}

	/** Both curves, each image counting once. */
	ClassCurves curves(final String label) {
		final int[] ones = new int[ranks.length];
		Arrays.fill(ones, 1);
		final Areas areas = areas(ones);
		long positives = 0;
		for (final int rank : ranks)
			positives += rank & POSITIVE;
		return new ClassCurves(label, Double.isNaN(areas.roc()) ? Optional.empty()
			: Optional.of(roc(positives, areas.roc())), positives == 0 ? Optional
				.empty() : Optional.of(precisionRecall(positives, areas
					.averagePrecision())));
	}

	private Curve roc(final long positives, final double area) {
		final double negatives = ranks.length - positives;
		final CurvePoints points = new CurvePoints();
		points.add(0, 0);
		long right = 0;
		long seen = 0;
		for (final int rank : ranks) {
			seen++;
			right += rank & POSITIVE;
			if ((rank & END_OF_TIE) != 0) points.add((seen - right) / negatives,
				(double) right / positives);
		}
		return points.curve(area);
	}

	private Curve precisionRecall(final long positives, final double area) {
		final CurvePoints points = new CurvePoints();
		points.add(0, 1);
		long right = 0;
		long seen = 0;
		for (final int rank : ranks) {
			seen++;
			right += rank & POSITIVE;
			if ((rank & END_OF_TIE) != 0) points.add((double) right / positives,
				(double) right / seen);
		}
		return points.curve(area);
	}
}
