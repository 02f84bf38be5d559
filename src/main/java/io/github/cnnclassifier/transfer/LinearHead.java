
package io.github.cnnclassifier.transfer;

import io.github.cnnclassifier.model.Prediction;

/**
 * The last layer of a network: from features to one score for each class.
 *
 * @param weight F,K: of each feature the weight for each class
 * @param bias K
 */
public record LinearHead(float[] weight, float[] bias) {

	/**
	 * @param features one row of F
	 * @return what the network will say of it
	 */
	Prediction predict(final float[] features) {
		final double[] probabilities = probabilities(features);
		final float[] rounded = new float[probabilities.length];
		for (int k = 0; k < rounded.length; k++)
			rounded[k] = (float) probabilities[k];
		return new Prediction(rounded);
	}

	/**
	 * @param features one row of F
	 * @return the probability of each class; a new array
	 */
	double[] probabilities(final float[] features) {
		final int classes = bias.length;
		final double[] scores = new double[classes];
		for (int k = 0; k < classes; k++)
			scores[k] = bias[k];
		for (int f = 0; f < features.length; f++) {
			for (int k = 0; k < classes; k++)
				scores[k] += features[f] * (double) weight[f * classes + k];
		}
		return Softmax.of(scores);
	}
}
