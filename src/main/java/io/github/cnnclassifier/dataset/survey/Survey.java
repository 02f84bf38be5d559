
package io.github.cnnclassifier.dataset.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * What reading every image of a data set once has shown.
 * <p>
 * Immutable and thread-safe.
 */
public final class Survey {

	/** So that other messages are not hidden. */
	private static final int MOST_TOLD = 5;

	private final LabeledImages images;
	private final List<SurveyedSample> samples;
	private final List<FailedSample> failed;

	private Survey(final LabeledImages images, final List<SurveyedSample> samples,
		final List<FailedSample> failed)
	{
		this.images = images;
		this.samples = List.copyOf(samples);
		this.failed = List.copyOf(failed);
	}

	/**
	 * Reads every image once, on all cores.
	 *
	 * @param images to read
	 * @param progress told after each image, asked before each
	 * @return the same for the same images, whatever order they were read in
	 * @throws UserFailure if not a single image could be read
	 * @throws CanceledException if the user asked to stop
	 */
	public static Survey of(final LabeledImages images, final Progress progress) {
		final List<SampleInspection> inspections = new SurveyRun(progress).inspect(
			images.samples());
		final List<SurveyedSample> samples = new ArrayList<>();
		final List<FailedSample> failed = new ArrayList<>();
		for (final SampleInspection inspection : inspections) {
			if (inspection.failed() == null) samples.add(inspection.surveyed());
			else failed.add(inspection.failed());
		}
		if (samples.isEmpty()) throw noneReadable(images, failed);
		tellRemarks(samples, progress);
		return new Survey(images, samples, failed);
	}

	private static void tellRemarks(final List<SurveyedSample> samples,
		final Progress progress)
	{
		final List<SurveyedSample> remarked = samples.stream().filter(
			sample -> !sample.remarks().isEmpty()).toList();
		remarked.stream().limit(MOST_TOLD).forEach(sample -> progress.message("'" +
			sample.sample().name() + "': " + String.join(" ", sample.remarks())));
		if (remarked.size() > MOST_TOLD) progress.message("The same or the like " +
			"holds for " + Wording.images(remarked.size() - MOST_TOLD) + " more.");
	}

	private static UserFailure noneReadable(final LabeledImages images,
		final List<FailedSample> failed)
	{
		if (failed.isEmpty()) return new UserFailure("Expected images in '" + images
			.origin() + "', found none.");
		final FailedSample first = failed.get(0);
		return new UserFailure("None of the " + failed.size() + " images in '" +
			images.origin() + "' could be read. The first is '" + first.name() +
			"': " + first.reason());
	}

	/**
	 * @param some of the samples; copied
	 * @return the same classes as if there were no other images; nothing failed
	 */
	public Survey among(final List<SurveyedSample> some) {
		return new Survey(images.among(some.stream().map(SurveyedSample::sample)
			.toList()), some, List.of());
	}

	/** @return what was read */
	public LabeledImages images() {
		return images;
	}

	/** @return the readable images, in the order of the data set */
	public List<SurveyedSample> samples() {
		return samples;
	}

	/** @return the unreadable images, in the order of the data set */
	public List<FailedSample> failed() {
		return failed;
	}

	/**
	 * @return 64 hex digits of SHA-256 over all pairs of content and label, so
	 *         that the same images in other files have the same fingerprint
	 */
	public String fingerprint() {
		return ContentHash.ofLines(samples.stream().map(sample -> sample
			.contentHash() + " " + sample.sample().label()).collect(Collectors
				.toList()));
	}
}
