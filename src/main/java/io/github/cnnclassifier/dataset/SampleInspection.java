
package io.github.cnnclassifier.dataset;

import java.io.IOException;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;

/**
 * What reading one sample has shown: either of the two is null.
 *
 * @param surveyed the readable sample
 * @param failed the unreadable sample
 */
record SampleInspection(SurveyedSample surveyed, FailedSample failed) {

	static SampleInspection of(final Sample sample) {
		try {
			return of(sample, sample.source().read());
		}
		catch (final IOException | UserFailure e) {
			return failed(sample, e.getMessage());
		}
	}

	private static SampleInspection of(final Sample sample,
		final SampleImage image)
	{
		final Pixels pixels = image.pixels();
		float min = Float.POSITIVE_INFINITY;
		float max = Float.NEGATIVE_INFINITY;
		for (int i = 0; i < pixels.size(); i++) {
			final float v = pixels.get(i);
			if (Float.isNaN(v) || Float.isInfinite(v)) return failed(sample,
				"It holds pixels that are not finite numbers (" + v + ").");
			if (v < min) min = v;
			if (v > max) max = v;
		}
		return new SampleInspection(new SurveyedSample(sample, ContentHash.of(
			image), image.width(), image.height(), image.channels(), image.isRgb(),
			image.bitDepth(), min, max), null);
	}

	private static SampleInspection failed(final Sample sample,
		final String reason)
	{
		return new SampleInspection(null, new FailedSample(sample.name(), sample
			.label(), reason == null ? "It cannot be read." : reason));
	}
}
