
package io.github.cnnclassifier.training;

import java.util.Arrays;
import java.util.Optional;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;

/** Measures a network on the validation side. */
final class Validation {

	private static final int BATCHES_AHEAD = 4;

	/**
	 * @param loss mean cross-entropy in nats; NaN if a probability is, or if
	 *          there are no images
	 * @param accuracy 0 to 1; NaN if there are no images
	 * @param balancedAccuracy mean recall of the classes, 0 to 1; NaN if there
	 *          are no images
	 * @param macroF1 mean F1 of the classes, 0 to 1; NaN if there are no images
	 * @param answers that the figures are of; empty if there are no images
	 */
	record Figures(double loss, double accuracy, double balancedAccuracy,
			double macroF1, Optional<ValidationAnswers> answers)
	{

		private static final Figures NONE = new Figures(Double.NaN, Double.NaN,
			Double.NaN, Double.NaN, Optional.empty());
	}

	private final SampleList samples;
	private final InputShape shape;
	private final int batchSize;

	/** @param shape of an input */
	Validation(final ValidationSet validation, final InputShape shape,
		final int batchSize)
	{
		this.samples = validation.samples();
		this.shape = shape;
		this.batchSize = batchSize;
	}

	/** @return whether there is anything to measure on */
	boolean hasImages() {
		return samples.size() > 0;
	}

	/**
	 * @param network predicts
	 * @param progress asked for cancellation before each batch
	 * @return the figures over all samples
	 */
	Figures measure(final Network network, final Progress progress) {
		if (!hasImages()) return Figures.NONE;
		final int size = samples.size();
		final int[] predicted = new int[size];
		final float[] confidences = new float[size];
		double loss = 0;
		try (ReadAhead<float[]> batches = new ReadAhead<>((size + batchSize - 1) /
			batchSize, BATCHES_AHEAD, b -> Inputs.read(samples, b * batchSize, count(
				b * batchSize)), progress))
		{
			for (int start = 0; batches.hasNext(); start += batchSize) {
				final int count = count(start);
				final float[] probabilities = network.predict(batches.next(), count);
				final int classes = probabilities.length / count;
				for (int i = 0; i < count; i++) {
					final Prediction prediction = new Prediction(Arrays.copyOfRange(
						probabilities, i * classes, (i + 1) * classes));
					predicted[start + i] = prediction.labelIndex();
					confidences[start + i] = prediction.confidence();
					loss += prediction.crossEntropy(samples.labelIndex(start + i));
				}
			}
		}
		final ValidationAnswers answers = new ValidationAnswers(samples, shape,
			predicted, confidences);
		final io.github.cnnclassifier.evaluation.Figures figures = answers
			.figures();
		return new Figures(loss / size, figures.accuracy(), figures
			.balancedAccuracy(), figures.macro().f1(), Optional.of(answers));
	}

	private int count(final int start) {
		return Math.min(batchSize, samples.size() - start);
	}
}
