
package io.github.cnnclassifier.workflow.train;

import io.github.cnnclassifier.dataset.prepare.ImageCache;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.EpochFacts;
import io.github.cnnclassifier.training.TrainingListener;

/** Tells after an epoch how much of the disk the images of the run take. */
final class CacheNotices extends ForwardingListener {

	private final ImageCache cache;
	private final Progress progress;

	/** @param listener is told everything as well */
	CacheNotices(final TrainingListener listener, final ImageCache cache,
		final Progress progress)
	{
		super(listener);
		this.cache = cache;
		this.progress = progress;
	}

	@Override
	public void onEpoch(final EpochFacts facts) {
		super.onEpoch(facts);
		cache.notice().ifPresent(progress::message);
	}
}
