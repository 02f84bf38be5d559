
package io.github.cnnclassifier.workflow.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.dataset.prepare.ChosenPreprocessing;
import io.github.cnnclassifier.dataset.prepare.ImageCache;
import io.github.cnnclassifier.dataset.prepare.PreprocessingDefaults;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.dataset.prepare.TrainingStatistics;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.FreeHeap;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.transfer.FrozenFeatures;

/**
 * Labeled images, read, split and prepared. Whoever has it made closes it,
 * which gives back the disk.
 *
 * @param survey what was read
 * @param grouping which images belong together
 * @param split which image is on which side
 * @param preprocessing of the models to be
 * @param sides ready for a network
 * @param cache where their resized images are kept
 * @param features of them, by the layers of parents
 * @param heads new last layers that were fitted to them
 */
public record TrainingData(Survey survey, Grouping grouping, Split split,
		Preprocessing preprocessing, SplitImages sides, ImageCache cache,
		FrozenFeatures features, FittedHeads heads) implements AutoCloseable
{

	/**
	 * Chooses the preprocessing, without a look at the test side, and prepares
	 * the sides.
	 *
	 * @param survey what was read
	 * @param grouping which images belong together
	 * @param split of these images
	 * @param input decides about preprocessing what is not left to the images
	 * @param cacheFolder for resized images that the memory cannot hold; empty
	 *          for Java's folder for temporary files
	 * @param features that are kept, of these images or others of the same survey
	 * @param progress told what was chosen, and why
	 * @return closed by the caller
	 * @throws UserFailure if images do not allow what is asked for, or a class
	 *           has no training image
	 */
	static TrainingData of(final Survey survey, final Grouping grouping,
		final Split split, final PrepareTrainingData.InputChoice input,
		final Optional<Path> cacheFolder, final FrozenFeatures features,
		final Progress progress)
	{
		final Preprocessing preprocessing = preprocessing(survey, split, input,
			progress);
		final ImageCache cache = ImageCache.open(FreeHeap.bytes() / 2, cacheFolder
			.orElse(null), progress);
		try {
			return new TrainingData(survey, grouping, split, preprocessing,
				SplitImages.of(survey, split, preprocessing, cache), cache, features,
				new FittedHeads());
		}
		catch (final RuntimeException e) {
			cache.close();
			throw e;
		}
	}

	private static Preprocessing preprocessing(final Survey survey,
		final Split split, final PrepareTrainingData.InputChoice input,
		final Progress progress)
	{
		final List<SurveyedSample> known = known(survey, split);
		final ChosenPreprocessing chosen = PreprocessingDefaults.choose(known, input
			.of(known));
		chosen.reasons().forEach(progress::message);
		return TrainingStatistics.complete(chosen.preprocessing(), split.select(
			survey.samples(), Side.TRAINING), progress);
	}

	/**
	 * The same images on the same sides, prepared in another way. They share the
	 * room for resized images and for features, and closing either closes both.
	 *
	 * @param input decides about preprocessing
	 * @param progress told what was chosen, and why
	 * @return these images as inputs of another kind
	 * @throws UserFailure if images do not allow what is asked for
	 */
	TrainingData preparedBy(final PreprocessingOptions input,
		final Progress progress)
	{
		final Preprocessing other = preprocessing(survey, split, samples -> input,
			progress);
		return new TrainingData(survey, grouping, split, other, SplitImages.of(
			survey, split, other, cache), cache, features, new FittedHeads());
	}

	/** @return class names in the order of the label indices */
	public List<String> labels() {
		return sides.labels();
	}

	/** @return the samples of the training and validation sides, in this order */
	public List<SurveyedSample> known() {
		return known(survey, split);
	}

	static List<SurveyedSample> known(final Survey survey, final Split split) {
		final List<SurveyedSample> known = new ArrayList<>(split.select(survey
			.samples(), Side.TRAINING));
		known.addAll(split.select(survey.samples(), Side.VALIDATION));
		return known;
	}

	/** @return what decides the input of a network for these images */
	public InputShape input() {
		return new InputShape(preprocessing.channels(), preprocessing.height(),
			preprocessing.width());
	}

	/**
	 * @param architecture any
	 * @return the network of it that takes these images and tells their classes
	 */
	public NetworkSpec spec(final Architecture architecture) {
		return new NetworkSpec(architecture, input(), labels().size());
	}

	@Override
	public void close() {
		cache.close();
	}
}
