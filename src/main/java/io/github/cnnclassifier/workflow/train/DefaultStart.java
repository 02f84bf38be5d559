
package io.github.cnnclassifier.workflow.train;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.cnnclassifier.dataset.survey.SurveyedSample;

/**
 * What a training begins with where the user leaves it open, by what is known
 * of the images. The size of the input is chosen in
 * {@link io.github.cnnclassifier.dataset.prepare.PreprocessingDefaults} and the
 * batch in {@link io.github.cnnclassifier.training.TrainingSettings}.
 *
 * @param backbone whether from the backbone; else from random weights of the
 *          default network
 * @param reason why, to follow a comma
 */
record DefaultStart(boolean backbone, String reason) {

	/**
	 * From more images than this, weights that are learned from them alone are as
	 * good.
	 */
	private static final int MOST_IMAGES_OF_A_CLASS = 300;

	/**
	 * What is known of the images of the training and validation sides.
	 *
	 * @param classes at least 1
	 * @param imagesOfAClass the median over the classes
	 * @param width the median, in pixels
	 * @param height the median, in pixels
	 */
	record Images(int classes, int imagesOfAClass, int width, int height) {

		/** @param samples at least one */
		static Images of(final List<SurveyedSample> samples) {
			final Map<String, Integer> counts = new TreeMap<>();
			samples.forEach(s -> counts.merge(s.sample().label(), 1, Integer::sum));
			return new Images(counts.size(), median(counts.values().stream().mapToInt(
				n -> n).toArray()), median(samples.stream().mapToInt(
					SurveyedSample::width).toArray()), median(samples.stream().mapToInt(
						SurveyedSample::height).toArray()));
		}

		private static int median(final int[] values) {
			Arrays.sort(values);
			return values[(values.length - 1) / 2];
		}
	}

	/**
	 * Today the number of images alone decides.
	 *
	 * @return what to begin with
	 */
	static DefaultStart of(final Images images) {
		final int found = images.imagesOfAClass();
		final boolean few = found <= MOST_IMAGES_OF_A_CLASS;
		return new DefaultStart(few, "since a class has " + found +
			" images in the median, " + (few ? "not more" : "more") + " than " +
			MOST_IMAGES_OF_A_CLASS);
	}
}
