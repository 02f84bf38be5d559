
package io.github.cnnclassifier.command;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.preview.PreprocessImage;

/**
 * What a network sees of the regions of an image.
 *
 * @param inputs of the regions that fit, in order
 * @param names of these regions
 * @param failed how many regions have no input
 */
record PreprocessedRegions(List<PreprocessImage.Input> inputs,
		List<String> names, int failed)
{

	/**
	 * @param cut the regions
	 * @param attempts one for each of them
	 * @param progress is told which regions do not fit
	 * @return at least one input
	 * @throws UserFailure if no region fits
	 */
	static PreprocessedRegions of(final CutRegions cut,
		final List<ItemOutcome<PreprocessImage.Input>> attempts,
		final Progress progress)
	{
		final List<PreprocessImage.Input> inputs = new ArrayList<>();
		final List<String> names = new ArrayList<>();
		final List<FailedSample> failed = new ArrayList<>();
		for (int i = 0; i < attempts.size(); i++) {
			final ItemOutcome<PreprocessImage.Input> attempt = attempts.get(i);
			final String name = cut.names().get(i);
			if (attempt.isFailed()) failed.add(new FailedSample(name, "", attempt
				.reason()));
			else {
				inputs.add(attempt.result());
				names.add(name);
			}
		}
		if (inputs.isEmpty()) throw new UserFailure(
			"Not a single region can be preprocessed. The first one, '" + failed.get(
				0).name() + "': " + failed.get(0).reason(), attempts.get(0).mends());
		return new PreprocessedRegions(inputs, names, cut.failed() + Failures
			.report(failed, progress));
	}
}
