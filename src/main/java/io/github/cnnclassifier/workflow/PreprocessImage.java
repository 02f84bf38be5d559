
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
		return apply(image, input.appliedTo(OpenModel.describe(model)
			.preprocessing()));
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
		final List<SurveyedSample> samples = List.of(SurveyedSample.of(image));
		final ChosenPreprocessing chosen = PreprocessingDefaults.choose(samples,
			wishes);
		return apply(image, TrainingStatistics.complete(chosen.preprocessing(),
			samples, Progress.none()));
	}

	private static Result apply(final SampleImage image,
		final Preprocessing preprocessing)
	{
		return new Result(preprocessing, preprocessing.apply(image));
	}
}
