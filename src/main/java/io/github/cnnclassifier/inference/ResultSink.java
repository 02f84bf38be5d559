
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
	 * Called after each batch: whoever writes to a disk brings it there. Unless
	 * overridden it does nothing.
	 *
	 * @throws IOException if the disk fails; ends the run
	 */
	default void flush() throws IOException {
		// most sinks keep results in memory
	}
}
