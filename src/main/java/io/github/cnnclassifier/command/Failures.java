
package io.github.cnnclassifier.command;

import java.util.List;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.progress.Progress;

/** Tells the user which images of a batch had no result. */
final class Failures {

	private Failures() {}

	/**
	 * @param failed in order
	 * @param progress is told each of them
	 * @return how many there are
	 */
	static int report(final List<FailedSample> failed, final Progress progress) {
		for (final FailedSample sample : failed) {
			progress.message("No result for '" + sample.name() + "': " + sample
				.reason());
		}
		return failed.size();
	}
}
