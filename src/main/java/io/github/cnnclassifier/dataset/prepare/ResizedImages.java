
package io.github.cnnclassifier.dataset.prepare;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;

/**
 * Images after all but the last step of preprocessing, kept where the cache has
 * room. Thread-safe.
 */
final class ResizedImages {

	/** Of the objects around the pixels, about. */
	private static final long OVERHEAD_BYTES = 128;

	private final List<SurveyedSample> samples;
	private final Preprocessing preprocessing;
	private final ImageCache cache;
	private final AtomicReferenceArray<SampleImage> inMemory;
	/** One more than the place in the cache's file; 0 where there is none. */
	private final AtomicLongArray onDisk;

	ResizedImages(final List<SurveyedSample> samples,
		final Preprocessing preprocessing, final ImageCache cache)
	{
		this.samples = List.copyOf(samples);
		this.preprocessing = preprocessing;
		this.cache = cache;
		inMemory = new AtomicReferenceArray<>(samples.size());
		onDisk = new AtomicLongArray(samples.size());
	}

	/**
	 * @param asSeen with the colors of the image, without statistics
	 * @return a new array C,H,W, as preprocessing makes it
	 */
	float[] make(final int i, final boolean asSeen) throws IOException {
		return (asSeen ? preprocessing.withoutStatistics() : preprocessing).scale(
			resized(i));
	}

	private SampleImage resized(final int i) throws IOException {
		SampleImage resized = kept(i);
		if (resized == null) {
			resized = preprocessing.resized(samples.get(i).sample().source().read());
			keep(i, resized);
		}
		return resized;
	}

	private SampleImage kept(final int i) {
		final SampleImage resized = inMemory.get(i);
		if (resized != null) return resized;
		final long place = onDisk.get(i);
		return place == 0 ? null : cache.read(place - 1);
	}

	private void keep(final int i, final SampleImage resized) {
		final long bytes = resized.pixels().sizeInBytes() + OVERHEAD_BYTES;
		if (!cache.memory().take(bytes)) {
			onDisk.set(i, cache.write(resized) + 1);
			return;
		}
		// another thread may have been faster with the same image
		if (!inMemory.compareAndSet(i, null, resized)) cache.memory().giveBack(
			bytes);
	}
}
