
package io.github.cnnclassifier.training;

import io.github.cnnclassifier.engine.TrainableNetwork;

/**
 * Samples that cross the engine's seam together.
 *
 * @param inputs N,C,H,W
 * @param labels 0-based label index of each
 * @param shares N,classes: what is learned in place of the labels; null for the
 *          labels
 * @param weights of each in the loss; null for all 1
 * @param count N
 */
record Batch(float[] inputs, int[] labels, float[] shares, float[] weights,
		int count)
{

	/** @return the same with its labels as shares of 1 */
	Batch withShares(final int classes) {
		final float[] rows = new float[count * classes];
		for (int i = 0; i < count; i++)
			rows[i * classes + labels[i]] = 1;
		return new Batch(inputs, labels, rows, weights, count);
	}

	/** @return the loss of one step of the network on this batch */
	double train(final TrainableNetwork network, final double learningRate) {
		return shares == null ? network.trainOnBatch(inputs, labels, weights, count,
			learningRate) : network.trainOnShares(inputs, shares, weights, count,
				learningRate);
	}
}
