
package io.github.cnnclassifier.dataset.survey;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;

/** Reads samples on all cores and gives the results in the samples' order. */
final class SurveyRun {

	private static final int IMAGES_PER_UPDATE = 64;

	private final Progress progress;

	SurveyRun(final Progress progress) {
		this.progress = progress;
	}

	List<SampleInspection> inspect(final List<Sample> samples) {
		final int count = samples.size();
		final List<SampleInspection> inspections = new ArrayList<>(count);
		try (ReadAhead<SampleInspection> images = new ReadAhead<>(count,
			IMAGES_PER_UPDATE, i -> SampleInspection.of(samples.get(i)), progress))
		{
			while (images.hasNext()) {
				inspections.add(images.next());
				final int done = inspections.size();
				if (done % IMAGES_PER_UPDATE == 0 || done == count) progress.update(
					(double) done / count, "Reading images, " + done + " of " + count);
			}
		}
		return inspections;
	}
}
