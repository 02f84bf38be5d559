
package io.github.cnnclassifier.training;

import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
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
	 * Once, when the images are read and divided and nothing is learned yet; not
	 * by runs whose images somebody else has prepared.
	 *
	 * @param training the images to learn from
	 * @param validation the images that tell which epochs are better; may be none
	 */
	default void onImages(final TrainingSet training,
		final ValidationSet validation)
	{}

	/**
	 * After each epoch's validation. Whoever overrides this method is told by it
	 * alone.
	 *
	 * @param facts all that is known of the epoch; what they hold may be kept
	 */
	default void onEpoch(final EpochFacts facts) {
		onEpoch(facts.figures(), facts.best());
	}

	/**
	 * After each epoch's validation, in short.
	 *
	 * @param figures of the epoch
	 * @param best whether it is the best so far; its model is saved by now
	 */
	default void onEpoch(final EpochFigures figures, final boolean best) {}
}
