
package io.github.cnnclassifier.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.cnnclassifier.dataset.inspect.Thumbnails;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.EvaluationFiles;

/** Small copies of the images that a report shows. */
public final class ErrorThumbnails {

	private ErrorThumbnails() {}

	/**
	 * Reads the images again, one at a time, since nobody could know before that
	 * they would be wanted.
	 *
	 * @param names of images, or of stacks that got one answer
	 * @param samples that were evaluated
	 * @param stacks the samples' stacks
	 * @param progress asked before each
	 * @return one for each name, of a stack its middle plane; or the reason why
	 *         there is none, for instance as the file was deleted meanwhile
	 * @throws CanceledException if the user asked to stop
	 */
	public static Map<String, ItemOutcome<SampleImage>> of(
		final List<String> names, final List<SurveyedSample> samples,
		final StackNames stacks, final Progress progress)
	{
		return ofSamples(names, samples.stream().map(SurveyedSample::sample)
			.toList(), stacks, progress);
	}

	/**
	 * As {@link #of}, of images that were not read before.
	 *
	 * @param names of images, or of stacks that got one answer
	 * @param samples among which they are
	 * @param stacks the samples' stacks
	 * @param progress asked before each
	 * @return one for each name that is there, or the reason why there is none
	 * @throws CanceledException if the user asked to stop
	 */
	public static Map<String, ItemOutcome<SampleImage>> ofSamples(
		final List<String> names, final List<Sample> samples,
		final StackNames stacks, final Progress progress)
	{
		final Map<String, ItemOutcome<SampleImage>> thumbnails = new HashMap<>();
		middle(names, samples, stacks).forEach((name, sample) -> {
			progress.update(Double.NaN, "Reading the images that the report shows");
			progress.checkCanceled();
			thumbnails.put(name, ItemOutcome.of(() -> Thumbnails.of(sample.source()
				.read(), EvaluationFiles.THUMBNAIL_SIDE)));
		});
		return thumbnails;
	}

	/**
	 * @return for each name that is there its image, of a stack the middle one
	 */
	static Map<String, Sample> middle(final List<String> names,
		final List<Sample> samples, final StackNames stacks)
	{
		final Map<String, Sample> middle = new HashMap<>();
		wanted(names, samples, stacks).forEach((name, planes) -> middle.put(name,
			planes.get((planes.size() - 1) / 2)));
		return middle;
	}

	private static Map<String, List<Sample>> wanted(final List<String> names,
		final List<Sample> samples, final StackNames stacks)
	{
		final Set<String> shown = new HashSet<>(names);
		final Map<String, List<Sample>> wanted = new HashMap<>();
		for (final Sample sample : samples) {
			final String name = stacks.answer(sample.name());
			if (shown.contains(name)) wanted.computeIfAbsent(name,
				unused -> new ArrayList<>()).add(sample);
		}
		return wanted;
	}
}
