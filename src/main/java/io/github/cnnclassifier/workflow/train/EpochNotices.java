
package io.github.cnnclassifier.workflow.train;

import io.github.cnnclassifier.training.EpochFacts;
import io.github.cnnclassifier.training.TrainingListener;

/** Tells the file of a training that there is something to lose. */
final class EpochNotices extends ForwardingListener {

	private final TrainingFile file;

	/** @param listener is told everything as well */
	EpochNotices(final TrainingListener listener, final TrainingFile file) {
		super(listener);
		this.file = file;
	}

	@Override
	public void onEpoch(final EpochFacts facts) {
		file.setWorthKeeping();
		super.onEpoch(facts);
	}
}
