
package io.github.cnnclassifier.workflow.train;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.dataset.prepare.ImageCache;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.progress.Progress;

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
 */
public record TrainingData(Survey survey, Grouping grouping, Split split,
		Preprocessing preprocessing, SplitImages sides, ImageCache cache)
		implements
			AutoCloseable
{

	/**
	 * The same images on the same sides, prepared in another way. They share the
	 * room for resized images, and closing either closes both.
	 *
	 * @param input decides about preprocessing
	 * @param progress shows and cancels
	 * @return these images as inputs of another kind
	 */
	TrainingData preparedBy(final PreprocessingOptions input,
		final Progress progress)
	{
		final Preprocessing other = PrepareTrainingData.preprocessing(survey, split,
			samples -> input, progress);
		return new TrainingData(survey, grouping, split, other, SplitImages.of(
			survey, split, other, cache), cache);
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
