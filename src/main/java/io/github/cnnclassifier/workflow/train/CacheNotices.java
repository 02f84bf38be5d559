
package io.github.cnnclassifier.workflow.train;

import io.github.cnnclassifier.dataset.prepare.ImageCache;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.EpochFacts;
import io.github.cnnclassifier.training.TrainingListener;

/** Tells after an epoch how much of the disk the images of the run take. */
final class CacheNotices implements TrainingListener {

	private final TrainingListener listener;
	private final ImageCache cache;
	private final Progress progress;

	/** @param listener is told everything as well */
	CacheNotices(final TrainingListener listener, final ImageCache cache,
		final Progress progress)
	{
		this.listener = listener;
		this.cache = cache;
		this.progress = progress;
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
		cache.notice().ifPresent(progress::message);
	}
}
