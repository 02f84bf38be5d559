
package io.github.cnnclassifier.dataset.survey;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.image.ItemOutcome;

/**
 * What reading one sample has shown: either of the two is null.
 *
 * @param surveyed the readable sample
 * @param failed the unreadable sample
 */
record SampleInspection(SurveyedSample surveyed, FailedSample failed) {

	static SampleInspection of(final Sample sample) {
		final ItemOutcome<SurveyedSample> read = ItemOutcome.of(() -> SurveyedSample
			.of(sample, sample.source().read()));
		return new SampleInspection(read.result(), read.isFailed()
			? new FailedSample(sample.name(), sample.label(), read.reason()) : null);
	}
}
