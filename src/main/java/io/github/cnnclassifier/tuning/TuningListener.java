
package io.github.cnnclassifier.tuning;

import java.io.IOException;

/** Watches a study. Called on the thread of the study. */
public interface TuningListener {

	/**
	 * @param trial that begins
	 */
	default void onBegin(final Trial trial) {}

	/**
	 * @param trial that ended, or was found in a study that goes on
	 * @throws IOException if something of it cannot be written
	 */
	default void onTrial(final FinishedTrial trial) throws IOException {}
}
