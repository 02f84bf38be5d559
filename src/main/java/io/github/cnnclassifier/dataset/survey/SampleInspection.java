
package io.github.cnnclassifier.dataset.survey;

import java.io.IOException;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * What reading one sample has shown: either of the two is null.
 *
 * @param surveyed the readable sample
 * @param failed the unreadable sample
 */
record SampleInspection(SurveyedSample surveyed, FailedSample failed) {

	static SampleInspection of(final Sample sample) {
		try {
			return new SampleInspection(SurveyedSample.of(sample, sample.source()
				.read()), null);
		}
		catch (final IOException | UserFailure e) {
			return failed(sample, e.getMessage());
		}
	}

	private static SampleInspection failed(final Sample sample,
		final String reason)
	{
		return new SampleInspection(null, new FailedSample(sample.name(), sample
			.label(), reason == null ? "It cannot be read." : reason));
	}
}
