
package io.github.cnnclassifier.engine;

/** A network that predicts. Not thread-safe: one thread at a time. */
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

	/** Frees native memory. A second call does nothing. */
	@Override
	void close();
}
