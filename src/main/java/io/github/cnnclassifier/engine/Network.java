
package io.github.cnnclassifier.engine;

import io.github.cnnclassifier.model.NetworkPlan;

/**
 * A network that predicts. Where the memory is full, it throws an
 * {@link OutOfMemoryError} and can be asked about fewer inputs at a time, as
 * {@link HalvedBatches} does. Not thread-safe: one thread at a time.
 */
public interface Network extends AutoCloseable {

	/**
	 * Predicts a batch.
	 *
	 * @param inputs N,C,H,W, row-major; at least {@code count} inputs long; only
	 *          read
	 * @param count how many inputs, at least 1; may differ from call to call
	 * @return N,classes: the probabilities, each row with sum 1; a new array
	 */
	float[] predict(float[] inputs, int count);

	/**
	 * Features of a batch: the input of the last dense layer.
	 *
	 * @param inputs N,C,H,W, row-major; at least {@code count} inputs long; only
	 *          read
	 * @param count how many inputs, at least 1; may differ from call to call
	 * @return N,F with F as {@link NetworkPlan#featureCount()} says, ordered as
	 *         the rows of the last dense layer's weights; NaN for inputs that are
	 *         not all numbers; a new array
	 */
	float[] features(float[] inputs, int count);

	/**
	 * Both of a batch. An engine that can takes one pass for it; unless
	 * overridden these are two.
	 *
	 * @param inputs N,C,H,W, row-major; at least {@code count} inputs long; only
	 *          read
	 * @param count how many inputs, at least 1; may differ from call to call
	 * @return probabilities and features; new arrays
	 */
	default BatchOutputs predictWithFeatures(final float[] inputs,
		final int count)
	{
		return new BatchOutputs(predict(inputs, count), features(inputs, count));
	}

	/** Frees native memory. A second call does nothing. */
	@Override
	void close();
}
