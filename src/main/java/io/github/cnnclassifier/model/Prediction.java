
package io.github.cnnclassifier.model;

import java.util.List;

/**
 * What a classifier says of one image.
 *
 * @param probabilities one per class in the order of the labels, sum 1; treat
 *          as read-only
 */
public record Prediction(float[] probabilities) {

	/** @return the 0-based index of the best class; the first of equals */
	public int labelIndex() {
		int best = 0;
		for (int i = 1; i < probabilities.length; i++) {
			if (probabilities[i] > probabilities[best]) best = i;
		}
		return best;
	}

	/** @return the best probability, 0 to 1 */
	public float confidence() {
		return probabilities[labelIndex()];
	}

	/**
	 * @param predictions of the planes of one stack, at least one, all of the
	 *          same classes
	 * @return the mean of their probabilities, class by class
	 */
	public static Prediction mean(final List<Prediction> predictions) {
		final float[] means = new float[predictions.get(0).probabilities.length];
		for (int c = 0; c < means.length; c++) {
			double sum = 0;
			for (final Prediction prediction : predictions) {
				sum += prediction.probabilities[c];
			}
			means[c] = (float) (sum / predictions.size());
		}
		return new Prediction(means);
	}
}
