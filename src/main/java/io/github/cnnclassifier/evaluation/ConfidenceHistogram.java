
package io.github.cnnclassifier.evaluation;

import java.util.List;

/**
 * How many predictions are how sure, right ones and wrong ones apart.
 * Immutable.
 */
public final class ConfidenceHistogram {

	/** Bars of equal width from 0 to 1. */
	public static final int BARS = 20;

	private final int[] right = new int[BARS];
	private final int[] wrong = new int[BARS];

	/** @param predictions may be empty */
	public ConfidenceHistogram(final List<LabeledPrediction> predictions) {
		for (final LabeledPrediction p : predictions) {
			(p.correct() ? right : wrong)[barOf(p.prediction().confidence())]++;
		}
	}

	/**
	 * @param confidence 0 to 1; anything beyond belongs to the nearest bar
	 * @return the bar that counts it: each has its lower end, the last one both
	 */
	public static int barOf(final float confidence) {
		return Math.min(BARS - 1, Math.max(0, (int) (confidence * BARS)));
	}

	/**
	 * @param bar 0-based
	 * @return the least confidence in it; of {@link #BARS} the end of the last
	 */
	public static double lowerEnd(final int bar) {
		return (double) bar / BARS;
	}

	/**
	 * @param bar 0-based
	 * @return predictions that are right
	 */
	public int right(final int bar) {
		return right[bar];
	}

	/**
	 * @param bar 0-based
	 * @return predictions that are wrong
	 */
	public int wrong(final int bar) {
		return wrong[bar];
	}

	/** @return the most predictions that a bar has */
	public int most() {
		int most = 0;
		for (int bar = 0; bar < BARS; bar++) {
			most = Math.max(most, right[bar] + wrong[bar]);
		}
		return most;
	}
}
