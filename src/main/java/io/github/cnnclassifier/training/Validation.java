
package io.github.cnnclassifier.training;

import java.io.IOException;
import java.util.Arrays;

import io.github.cnnclassifier.dataset.SampleList;
import io.github.cnnclassifier.dataset.ValidationSet;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.Progress;

/** Measures a network on the validation side. */
final class Validation {

	/** A probability of 0 would make the loss infinite. */
	private static final double SMALLEST_PROBABILITY = 1e-7;

	/**
	 * @param loss mean cross-entropy in nats
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
		double loss = 0;
		int correct = 0;
		for (int start = 0; start < samples.size(); start += batchSize) {
			progress.checkCanceled();
			final int count = Math.min(batchSize, samples.size() - start);
			final float[] probabilities = network.predict(inputs(start, count),
				count);
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
		return new Figures(loss / samples.size(), (double) correct / samples
			.size());
	}

	private float[] inputs(final int start, final int count) {
		float[] inputs = null;
		for (int i = 0; i < count; i++) {
			final float[] input = read(start + i);
			if (inputs == null) inputs = new float[count * input.length];
			System.arraycopy(input, 0, inputs, i * input.length, input.length);
		}
		return inputs;
	}

	private float[] read(final int sample) {
		try {
			return samples.input(sample);
		}
		catch (final IOException e) {
			throw new UserFailure("The validation image '" + samples.name(sample) +
				"' could be read before the training but not any more: " + e
					.getMessage() + " Check the disk and start again.", e);
		}
	}
}
