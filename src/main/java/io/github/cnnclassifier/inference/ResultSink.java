
package io.github.cnnclassifier.inference;

import java.io.IOException;

import io.github.cnnclassifier.model.Prediction;

/**
 * Takes the results of a run in the order of its sources. Called on one thread.
 */
public interface ResultSink {

	/**
	 * @param index 0-based position of the source
	 * @param name of the source
	 * @param prediction its result
	 * @throws IOException if the result cannot be kept; ends the run
	 */
	void classified(int index, String name, Prediction prediction)
		throws IOException;

	/**
	 * @param index 0-based position of the source
	 * @param name of the source
	 * @param reason why there is no result, for the user
	 * @throws IOException if the reason cannot be kept; ends the run
	 */
	void failed(int index, String name, String reason) throws IOException;

	/**
	 * Asked at the begin of a run.
	 *
	 * @return whether the features of each source are wanted too; unless
	 *         overridden they are not
	 */
	default boolean wantsFeatures() {
		return false;
	}

	/**
	 * Called for who wants features, instead of the other one, to which this
	 * leads unless overridden.
	 *
	 * @param index 0-based position of the source
	 * @param name of the source
	 * @param prediction its result
	 * @param features what the last layer of the network saw of it; the
	 *          receiver's to keep
	 * @throws IOException if the result cannot be kept; ends the run
	 */
	default void classified(final int index, final String name,
		final Prediction prediction, final float[] features) throws IOException
	{
		classified(index, name, prediction);
	}

	/**
	 * Called after each batch: whoever writes to a disk brings it there. Unless
	 * overridden it does nothing.
	 *
	 * @throws IOException if the disk fails; ends the run
	 */
	default void flush() throws IOException {
		// most sinks keep results in memory
	}
}
