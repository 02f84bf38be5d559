
package io.github.cnnclassifier.transfer;

/** From scores to probabilities. */
final class Softmax {

	private Softmax() {}

	/** Changes the scores into probabilities, in place, and returns them. */
	static double[] of(final double[] scores) {
		double most = Double.NEGATIVE_INFINITY;
		for (final double score : scores)
			most = Math.max(most, score);
		double sum = 0;
		for (int k = 0; k < scores.length; k++) {
			scores[k] = Math.exp(scores[k] - most);
			sum += scores[k];
		}
		for (int k = 0; k < scores.length; k++)
			scores[k] /= sum;
		return scores;
	}
}
