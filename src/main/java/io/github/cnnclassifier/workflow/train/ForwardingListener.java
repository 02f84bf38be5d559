
package io.github.cnnclassifier.workflow.train;

import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.training.EpochFacts;
import io.github.cnnclassifier.training.TrainingListener;

/** Tells another listener all that it is told itself. */
abstract class ForwardingListener implements TrainingListener {

	private final TrainingListener listener;

	/** @param listener is told everything as well */
	ForwardingListener(final TrainingListener listener) {
		this.listener = listener;
	}

	@Override
	public void onImages(final TrainingSet training,
		final ValidationSet validation)
	{
		listener.onImages(training, validation);
	}

	@Override
	public void onStep(final long step, final long totalSteps,
		final double loss)
	{
		listener.onStep(step, totalSteps, loss);
	}

	@Override
	public void onEpoch(final EpochFacts facts) {
		listener.onEpoch(facts);
	}
}
