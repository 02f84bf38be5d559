
package io.github.cnnclassifier.report;

import io.github.cnnclassifier.model.Prediction;

/** Predictions as they come back from a table of four decimals. */
final class RoundedPrediction {

	private RoundedPrediction() {}

	/**
	 * @param probabilities rounded; changed
	 * @param best 0-based class that the table names
	 * @return with that class as the best: of two that are equal in four
	 *         decimals, it was the greater one
	 */
	static Prediction of(final float[] probabilities, final int best) {
		final Prediction rounded = new Prediction(probabilities);
		if (rounded.labelIndex() != best) probabilities[best] = Math.nextUp(rounded
			.confidence());
		return rounded;
	}
}
