
package io.github.cnnclassifier.engine;

import io.github.cnnclassifier.model.Weights;

/**
 * A network that learns. After an {@link OutOfMemoryError} in a step it can
 * only be closed. Not thread-safe: one thread at a time, and in exact mode the
 * same thread throughout.
 */
public interface TrainableNetwork extends Network {

	/**
	 * One step of the optimiser on the weighted mean of the cross-entropy:
	 * sum(weight * loss) / sum(weight), so that only the ratios of the weights
	 * matter. Weight decay is not part of the loss.
	 *
	 * @param inputs N,C,H,W, row-major; only read
	 * @param labels 0-based label index of each input
	 * @param sampleWeights weight of each input in the loss, above 0; null for
	 *          all 1
	 * @param count how many inputs, at least 1
	 * @param learningRate of this step, above 0
	 * @return the weighted mean loss of the batch before the step; may be NaN or
	 *         infinite, which the caller must check
	 */
	double trainOnBatch(float[] inputs, int[] labels, float[] sampleWeights,
		int count, double learningRate);

	/**
	 * The same with shares of classes in place of one label: the loss of an input
	 * is the cross-entropy of its shares, sum(-share * log probability).
	 *
	 * @param inputs N,C,H,W, row-major; only read
	 * @param targets N,classes, row-major: the shares of each input, 0 or more,
	 *          with sum 1; only read
	 * @param sampleWeights weight of each input in the loss, above 0; null for
	 *          all 1
	 * @param count how many inputs, at least 1
	 * @param learningRate of this step, above 0
	 * @return the weighted mean loss of the batch before the step; may be NaN or
	 *         infinite, which the caller must check
	 */
	double trainOnShares(float[] inputs, float[] targets, float[] sampleWeights,
		int count, double learningRate);

	/** @return a copy of all weights, running means and variances included */
	Weights weights();

	/** @param weights names and shapes as the spec asks for; copied */
	void setWeights(Weights weights);

	/** @return a copy of all that decides how training goes on */
	NetworkState state();

	/**
	 * Goes on where another network was, or this one earlier.
	 *
	 * @param state of a network of the same spec, optimiser and frozen weights;
	 *          copied
	 * @throws IllegalArgumentException if it is of another kind of network
	 */
	void setState(NetworkState state);
}
