
package io.github.cnnclassifier.tuning;

/** Watches a study. Called on the thread of the study. */
public interface TuningListener {

	/**
	 * @param trial that begins
	 */
	default void onBegin(final Trial trial) {}

	/**
	 * @param trial that ended, or was found in a study that goes on
	 */
	default void onTrial(final FinishedTrial trial) {}
}
