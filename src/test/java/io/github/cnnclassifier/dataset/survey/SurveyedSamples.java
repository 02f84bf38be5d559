
package io.github.cnnclassifier.dataset.survey;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.NearDuplicates;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;

/** Makes surveyed samples out of nothing. */
final class SurveyedSamples {

	private SurveyedSamples() {}

	/** @return a gray image of one pixel whose hash is as given */
	static SurveyedSample of(final String label, final String name,
		final Side side, final String hash)
	{
		return new SurveyedSample(new Sample(label, name, side, () -> {
			throw new IllegalStateException("not to be read");
		}), hash, 1, 1, 1, false, 8, null, 0, 255);
	}

	/** @return an image that has only these properties */
	static SurveyedSample shaped(final String name, final int width,
		final int height, final int channels, final boolean rgb, final double min,
		final double max)
	{
		return new SurveyedSample(new Sample("a", name, null, () -> {
			throw new IllegalStateException("not to be read");
		}), name, width, height, channels, rgb, 8, null, min, max);
	}

	/** @return the near duplicates among samples */
	static NearDuplicates near(final List<SurveyedSample> samples) {
		return NearDuplicates.of(samples, Progress.none());
	}

	/** @return a readable gray image of two pixels that counts its reads */
	static SurveyedSample readable(final String label, final int value,
		final AtomicInteger reads)
	{
		return new SurveyedSample(new Sample(label, label + "/" + value, null,
			() -> {
				reads.incrementAndGet();
				return new SampleImage(2, 1, 1, false, 8, Pixels.of(new float[] { value,
					255 }), null, "memory");
			}), "hash" + value, 2, 1, 1, false, 8, null, value, 255);
	}
}
