
package io.github.cnnclassifier.model;

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
}
