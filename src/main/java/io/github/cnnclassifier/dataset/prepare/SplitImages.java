
package io.github.cnnclassifier.dataset.prepare;

import java.util.List;
import java.util.function.Function;

import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.failure.UnusableClass;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Preprocessing;

/**
 * A data set divided into its three sides, each of a type of its own.
 * <p>
 * Thread-safe.
 */
public final class SplitImages {

	private final List<String> labels;
	private final TrainingSet training;
	private final ValidationSet validation;
	private final TestSet test;

	private SplitImages(final List<String> labels, final TrainingSet training,
		final ValidationSet validation, final TestSet test)
	{
		this.labels = labels;
		this.training = training;
		this.validation = validation;
		this.test = test;
	}

	/**
	 * The three sides with resized images in memory alone.
	 *
	 * @param survey the readable images
	 * @param split tells the side of each; images it does not know are left out
	 * @param preprocessing makes the inputs
	 * @param memoryBudgetBytes for resized images of all sides together; those
	 *          beyond it are read again each time
	 * @return the three sides
	 * @throws UserFailure if a class has no training image
	 */
	public static SplitImages of(final Survey survey, final Split split,
		final Preprocessing preprocessing, final long memoryBudgetBytes)
	{
		return of(survey, split, preprocessing, ImageCache.inMemory(
			memoryBudgetBytes));
	}

	/**
	 * @param survey the readable images
	 * @param split tells the side of each; images it does not know are left out
	 * @param preprocessing makes the inputs
	 * @param cache keeps resized images of all sides together; stays the caller's
	 *          to close
	 * @return the three sides
	 * @throws UserFailure if a class has no training image
	 */
	public static SplitImages of(final Survey survey, final Split split,
		final Preprocessing preprocessing, final ImageCache cache)
	{
		final List<String> labels = survey.images().labels();
		final Function<Side, SampleList> samples = side -> SampleList.of(split
			.select(survey.samples(), side), split::unitOf, labels, preprocessing,
			cache);
		final SampleList training = samples.apply(Side.TRAINING);
		requireAllClasses(labels, training.classCounts());
		return new SplitImages(labels, new TrainingSet(training), new ValidationSet(
			samples.apply(Side.VALIDATION)), new TestSet(samples.apply(Side.TEST)));
	}

	private static void requireAllClasses(final List<String> labels,
		final int[] counts)
	{
		for (int i = 0; i < counts.length; i++) {
			if (counts[i] == 0) throw new UnusableClass(labels.get(i), LabelRules
				.listed(labels.get(i)), "The class '" + labels.get(i) +
					"' has no readable training image.",
				"Mend or add images, or leave the class out: " + LabelRules.exclusion(
					labels.get(i)) + " trains without it.");
		}
	}

	/** @return class names; the position is the label index */
	public List<String> labels() {
		return labels;
	}

	/** @return the images to learn from; every class has one */
	public TrainingSet training() {
		return training;
	}

	/** @return the images that tell how good each epoch is */
	public ValidationSet validation() {
		return validation;
	}

	/**
	 * @return the images of the training side, then those of the validation side,
	 *         to learn from once everything has been chosen
	 */
	public TrainingSet trainingAndValidation() {
		return new TrainingSet(training.samples().and(validation.samples()));
	}

	/** @return no images, for a training in which nothing is chosen any more */
	public ValidationSet noValidation() {
		return new ValidationSet(validation.samples().none());
	}

	/** @return the images for the final figures; may be empty */
	public TestSet test() {
		return test;
	}
}
