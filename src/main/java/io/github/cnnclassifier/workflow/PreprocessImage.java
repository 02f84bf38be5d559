
package io.github.cnnclassifier.workflow;

import java.nio.file.Path;
import java.util.List;

import io.github.cnnclassifier.dataset.ChosenPreprocessing;
import io.github.cnnclassifier.dataset.PreprocessingDefaults;
import io.github.cnnclassifier.dataset.PreprocessingWishes;
import io.github.cnnclassifier.dataset.SurveyedSample;
import io.github.cnnclassifier.dataset.TrainingStatistics;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;

/** What a network sees of an image. */
public final class PreprocessImage {

	/**
	 * The input of a network.
	 *
	 * @param preprocessing that made it
	 * @param values C,H,W
	 */
	public record Result(Preprocessing preprocessing, float[] values) {
	}

	private PreprocessImage() {}

	/**
	 * @param image any
	 * @param model the model file or the name of a shipped model
	 * @param input how the image is mapped onto what the model expects
	 * @return what the model's network sees
	 * @throws UserFailure if the model cannot be used or the image does not fit
	 */
	public static Result forModel(final SampleImage image, final Path model,
		final InputWishes input)
	{
		return forModel(List.of(image), model, input).get(0);
	}

	/**
	 * @param images any, at least one
	 * @param model the model file or the name of a shipped model
	 * @param input how the images are mapped onto what the model expects
	 * @return what the model's network sees of each, in order
	 * @throws UserFailure if the model cannot be used or an image does not fit
	 */
	public static List<Result> forModel(final List<SampleImage> images,
		final Path model, final InputWishes input)
	{
		return apply(images, input.appliedTo(OpenModel.describe(model)));
	}

	/**
	 * @param image any
	 * @param wishes what the user decided; the rest is chosen as it would be for
	 *          a training with this one image
	 * @return what a network would see
	 * @throws UserFailure if the image does not fit the wishes
	 */
	public static Result byHand(final SampleImage image,
		final PreprocessingWishes wishes)
	{
		return byHand(List.of(image), wishes).get(0);
	}

	/**
	 * @param images any, at least one
	 * @param wishes what the user decided; the rest is chosen as it would be for
	 *          a training with these images
	 * @return what a network would see of each, in order
	 * @throws UserFailure if an image does not fit the wishes
	 */
	public static List<Result> byHand(final List<SampleImage> images,
		final PreprocessingWishes wishes)
	{
		final List<SurveyedSample> samples = images.stream().map(SurveyedSample::of)
			.toList();
		final ChosenPreprocessing chosen = PreprocessingDefaults.choose(samples,
			wishes);
		return apply(images, TrainingStatistics.complete(chosen.preprocessing(),
			samples, Progress.none()));
	}

	private static List<Result> apply(final List<SampleImage> images,
		final Preprocessing preprocessing)
	{
		return images.stream().map(image -> new Result(preprocessing, preprocessing
			.apply(image))).toList();
	}
}
