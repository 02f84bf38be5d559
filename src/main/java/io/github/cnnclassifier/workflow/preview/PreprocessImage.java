
package io.github.cnnclassifier.workflow.preview;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.cnnclassifier.dataset.prepare.ChosenPreprocessing;
import io.github.cnnclassifier.dataset.prepare.PreprocessingDefaults;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.TrainingStatistics;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.OpenModel;

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

	/**
	 * What became of one of several images.
	 *
	 * @param result null if the image does not fit
	 * @param reason why it does not fit; null if it does
	 */
	public record Attempt(Result result, String reason) {
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
		final InputOverrides input)
	{
		return result(image, input.appliedTo(OpenModel.describe(model)));
	}

	/**
	 * @param images any, at least one
	 * @param model the model file or the name of a shipped model
	 * @param input how the images are mapped onto what the model expects
	 * @return what the model's network sees of each, in order
	 * @throws UserFailure if the model cannot be used
	 */
	public static List<Attempt> forModel(final List<SampleImage> images,
		final Path model, final InputOverrides input)
	{
		final Preprocessing preprocessing = input.appliedTo(OpenModel.describe(
			model));
		return images.stream().map(image -> attempt(image, preprocessing)).toList();
	}

	/**
	 * @param image any
	 * @param wishes what the user decided; the rest is chosen as it would be for
	 *          a training with this one image
	 * @return what a network would see
	 * @throws UserFailure if the image does not fit the wishes
	 */
	public static Result byHand(final SampleImage image,
		final PreprocessingOptions wishes)
	{
		return result(image, chosen(List.of(SurveyedSample.of(image)), wishes));
	}

	/**
	 * @param images any, at least one
	 * @param wishes what the user decided; the rest is chosen as it would be for
	 *          a training with those of the images that can be used
	 * @return what a network would see of each, in order
	 * @throws UserFailure if the images do not fit the wishes, or each other
	 */
	public static List<Attempt> byHand(final List<SampleImage> images,
		final PreprocessingOptions wishes)
	{
		final List<SurveyedSample> usable = new ArrayList<>();
		final List<String> reasons = new ArrayList<>();
		for (final SampleImage image : images) {
			try {
				usable.add(SurveyedSample.of(image));
				reasons.add(null);
			}
			catch (final UserFailure e) {
				reasons.add(e.getMessage());
			}
		}
		if (usable.isEmpty()) return reasons.stream().map(reason -> new Attempt(
			null, reason)).toList();
		final Preprocessing preprocessing = chosen(usable, wishes);
		return IntStream.range(0, images.size()).mapToObj(i -> reasons.get(
			i) == null ? attempt(images.get(i), preprocessing) : new Attempt(null,
				reasons.get(i))).toList();
	}

	private static Preprocessing chosen(final List<SurveyedSample> samples,
		final PreprocessingOptions wishes)
	{
		final ChosenPreprocessing chosen = PreprocessingDefaults.choose(samples,
			wishes);
		return TrainingStatistics.complete(chosen.preprocessing(), samples, Progress
			.none());
	}

	private static Attempt attempt(final SampleImage image,
		final Preprocessing preprocessing)
	{
		try {
			return new Attempt(result(image, preprocessing), null);
		}
		catch (final UserFailure e) {
			return new Attempt(null, e.getMessage());
		}
	}

	private static Result result(final SampleImage image,
		final Preprocessing preprocessing)
	{
		return new Result(preprocessing, preprocessing.apply(image));
	}
}
