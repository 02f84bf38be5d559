
package io.github.cnnclassifier.dataset;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;

/**
 * Images after all but the last step of preprocessing, kept in memory while the
 * budget lasts. Thread-safe.
 */
final class ResizedImages {

	/** Of the objects around the pixels, about. */
	private static final long OVERHEAD_BYTES = 128;

	private final List<SurveyedSample> samples;
	private final Preprocessing preprocessing;
	private final MemoryBudget budget;
	private final AtomicReferenceArray<SampleImage> kept;

	ResizedImages(final List<SurveyedSample> samples,
		final Preprocessing preprocessing, final MemoryBudget budget)
	{
		this.samples = List.copyOf(samples);
		this.preprocessing = preprocessing;
		this.budget = budget;
		kept = new AtomicReferenceArray<>(samples.size());
	}

	/** @return a new array C,H,W, as preprocessing makes it */
	float[] input(final int i) throws IOException {
		SampleImage resized = kept.get(i);
		if (resized == null) {
			resized = preprocessing.resized(samples.get(i).sample().source().read());
			keep(i, resized);
		}
		return preprocessing.scale(resized);
	}

	private void keep(final int i, final SampleImage resized) {
		final long bytes = resized.pixels().sizeInBytes() + OVERHEAD_BYTES;
		// another thread may have been faster with the same image
		if (budget.take(bytes) && !kept.compareAndSet(i, null, resized)) budget
			.giveBack(bytes);
	}
}
