
package io.github.cnnclassifier.training;

import java.util.Arrays;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;

/** Measures a network on the validation side. */
final class Validation {

	/** A probability of 0 would make the loss infinite. */
	private static final double SMALLEST_PROBABILITY = 1e-7;

	private static final int BATCHES_AHEAD = 4;

	/**
	 * @param loss mean cross-entropy in nats; NaN if a probability is
	 * @param accuracy 0 to 1
	 */
	record Figures(double loss, double accuracy) {
	}

	private final SampleList samples;
	private final int batchSize;

	Validation(final ValidationSet validation, final int batchSize) {
		this.samples = validation.samples();
		this.batchSize = batchSize;
	}

	/**
	 * @param network predicts
	 * @param progress asked for cancellation before each batch
	 * @return the figures over all samples
	 */
	Figures measure(final Network network, final Progress progress) {
		final int size = samples.size();
		double loss = 0;
		int correct = 0;
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
					final int actual = samples.labelIndex(start + i);
					if (prediction.labelIndex() == actual) correct++;
					loss -= Math.log(Math.max(SMALLEST_PROBABILITY, prediction
						.probabilities()[actual]));
				}
			}
		}
		return new Figures(loss / size, (double) correct / size);
	}

	private int count(final int start) {
		return Math.min(batchSize, samples.size() - start);
	}
}
