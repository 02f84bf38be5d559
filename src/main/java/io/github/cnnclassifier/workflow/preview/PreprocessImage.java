
package io.github.cnnclassifier.workflow.preview;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.cnnclassifier.dataset.prepare.ChosenPreprocessing;
import io.github.cnnclassifier.dataset.prepare.PreprocessingDefaults;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.TrainingStatistics;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.OpenModel;

/** What a network sees of images. */
public final class PreprocessImage {

	/**
	 * What is asked for.
	 *
	 * @param images any, at least one
	 * @param model a model file or the name of a shipped model, whose input is
	 *          shown; empty to choose the input as a training would
	 * @param input how the images are mapped onto what the model expects; only
	 *          with a model
	 * @param options what the user decided; the rest is chosen as it would be for
	 *          a training with those of the images that can be used; only without
	 *          a model
	 */
	public record Request(List<SampleImage> images, Optional<Path> model,
			InputOverrides input, PreprocessingOptions options)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param attempts one for each image, in order, or the reason why it does not
	 *          fit
	 */
	public record Result(List<ItemOutcome<Input>> attempts) {

		/**
		 * @return the input that the first image became
		 * @throws UserFailure if it does not fit
		 */
		public Input first() {
			return attempts.get(0).orFail();
		}
	}

	/**
	 * The input of a network.
	 *
	 * @param preprocessing that made it
	 * @param values C,H,W
	 */
	public record Input(Preprocessing preprocessing, float[] values) {
	}

	private final Progress progress;

	/** @param progress shows and cancels */
	public PreprocessImage(final Progress progress) {
		this.progress = progress;
	}

	/**
	 * Makes the inputs.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws UserFailure if the model cannot be used, or without a model the
	 *           images do not fit the options, or each other
	 * @throws CanceledException if the user stopped the run
	 */
	public Result run(final Request request) {
		if (request.model().isEmpty()) return byHand(request.images(), request
			.options());
		final Preprocessing preprocessing = request.input().appliedTo(OpenModel
			.describe(request.model().get()));
		return new Result(request.images().stream().map(image -> attempt(image,
			preprocessing)).toList());
	}

	private Result byHand(final List<SampleImage> images,
		final PreprocessingOptions options)
	{
		final List<ItemOutcome<SurveyedSample>> surveyed = images.stream().map(
			this::surveyed).toList();
		final List<SurveyedSample> usable = surveyed.stream().map(
			ItemOutcome::result).filter(Objects::nonNull).toList();
		final Optional<Preprocessing> preprocessing = usable.isEmpty() ? Optional
			.empty() : Optional.of(chosen(usable, options));
		return new Result(IntStream.range(0, images.size()).mapToObj(i -> attempt(
			images.get(i), surveyed.get(i), preprocessing)).toList());
	}

	private ItemOutcome<Input> attempt(final SampleImage image,
		final ItemOutcome<SurveyedSample> surveyed,
		final Optional<Preprocessing> preprocessing)
	{
		return surveyed.isFailed() ? new ItemOutcome<>(null, surveyed.reason(),
			surveyed.mends()) : attempt(image, preprocessing.orElseThrow());
	}

	private ItemOutcome<SurveyedSample> surveyed(final SampleImage image) {
		progress.checkCanceled();
		return ItemOutcome.of(() -> SurveyedSample.of(image));
	}

	private static Preprocessing chosen(final List<SurveyedSample> samples,
		final PreprocessingOptions options)
	{
		final ChosenPreprocessing chosen = PreprocessingDefaults.choose(samples,
			options);
		// what it tells is about a training
		return TrainingStatistics.complete(chosen.preprocessing(), samples, Progress
			.none());
	}

	private ItemOutcome<Input> attempt(final SampleImage image,
		final Preprocessing preprocessing)
	{
		progress.checkCanceled();
		return ItemOutcome.of(() -> new Input(preprocessing, preprocessing.apply(
			image)));
	}
}
