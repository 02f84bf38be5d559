
package io.github.cnnclassifier.training;

import io.github.cnnclassifier.model.EpochFigures;

/**
 * Watches a training run. Called on the thread that trains; must return quickly
 * and never changes the run.
 */
public interface TrainingListener {

	/**
	 * After each step.
	 *
	 * @param step 0-based over the whole run
	 * @param totalSteps of the whole run
	 * @param loss mean weighted cross-entropy of the batch
	 */
	default void onStep(final long step, final long totalSteps,
		final double loss)
	{}

	/**
	 * After each epoch's validation.
	 *
	 * @param figures of the epoch
	 * @param best whether it is the best so far; its model is saved by now
	 */
	default void onEpoch(final EpochFigures figures, final boolean best) {}
}
