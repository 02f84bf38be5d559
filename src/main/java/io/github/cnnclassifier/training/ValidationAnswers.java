
package io.github.cnnclassifier.training;

import java.util.List;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.evaluation.ConfusionMatrix;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.InputShape;

/**
 * What a network said of each validation image when an epoch ended; found on
 * the way to the figures of the epoch, so that nothing is predicted twice.
 *
 * @param samples the validation side, at least one; thread-safe
 * @param shape of their inputs
 * @param predicted 0-based label index for each sample; treat as read-only
 * @param confidences its probability, for each sample; treat as read-only
 * @param figures how good they are, class by class
 */
public record ValidationAnswers(SampleList samples, InputShape shape,
		int[] predicted, float[] confidences, Figures figures)
{

	/** Works the figures out, once for all who ask. */
	public ValidationAnswers(final SampleList samples, final InputShape shape,
		final int[] predicted, final float[] confidences)
	{
		this(samples, shape, predicted, confidences, figures(samples, predicted));
	}

	/** @return the number of images */
	public int size() {
		return predicted.length;
	}

	/** @return the names of the classes, in the order of the label indices */
	public List<String> labels() {
		return samples.labels();
	}

	/**
	 * @param i 0-based
	 * @return 0-based label index of the true class
	 */
	public int actual(final int i) {
		return samples.labelIndex(i);
	}

	/**
	 * @param i 0-based
	 * @return whether the network was right
	 */
	public boolean isRight(final int i) {
		return predicted[i] == actual(i);
	}

	private static Figures figures(final SampleList samples,
		final int[] predicted)
	{
		final int[] actual = new int[predicted.length];
		for (int i = 0; i < actual.length; i++)
			actual[i] = samples.labelIndex(i);
		final ClassLabels labels = new ClassLabels(samples.labels());
		return Figures.of(labels, ConfusionMatrix.of(labels.size(), actual,
			predicted));
	}
}
