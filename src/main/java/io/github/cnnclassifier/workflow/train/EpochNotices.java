
package io.github.cnnclassifier.workflow.train;

import io.github.cnnclassifier.training.EpochFacts;
import io.github.cnnclassifier.training.TrainingListener;

/** Tells the file of a training that there is something to lose. */
record EpochNotices(TrainingListener listener, TrainingFile file)
		implements
			TrainingListener
{

	@Override
	public void onStep(final long step, final long totalSteps,
		final double loss)
	{
		listener.onStep(step, totalSteps, loss);
	}

	@Override
	public void onEpoch(final EpochFacts facts) {
		file.setWorthKeeping();
		listener.onEpoch(facts);
	}
}
