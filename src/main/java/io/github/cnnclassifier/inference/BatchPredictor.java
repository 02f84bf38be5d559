
package io.github.cnnclassifier.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.model.Prediction;

/** Feeds any number of inputs to a network in batches. Not thread-safe. */
public final class BatchPredictor {

	/** Enough to fill two cores; larger batches gain nothing measurable. */
	public static final int BATCH_SIZE = 64;

	private final Network network;

	/** @param network stays the caller's to close */
	public BatchPredictor(final Network network) {
		this.network = network;
	}

	/**
	 * @param inputs C,H,W each, preprocessed; any number
	 * @return one prediction per input, in order
	 */
	public List<Prediction> predict(final List<float[]> inputs) {
		final List<Prediction> predictions = new ArrayList<>(inputs.size());
		for (int start = 0; start < inputs.size(); start += BATCH_SIZE) {
			final List<float[]> batch = inputs.subList(start, Math.min(inputs.size(),
				start + BATCH_SIZE));
			final float[] probabilities = network.predict(joined(batch), batch
				.size());
			final int classes = probabilities.length / batch.size();
			for (int i = 0; i < batch.size(); i++) {
				predictions.add(new Prediction(Arrays.copyOfRange(probabilities, i *
					classes, (i + 1) * classes)));
			}
		}
		return predictions;
	}

	private static float[] joined(final List<float[]> inputs) {
		final int size = inputs.get(0).length;
		final float[] joined = new float[inputs.size() * size];
		for (int i = 0; i < inputs.size(); i++) {
			System.arraycopy(inputs.get(i), 0, joined, i * size, size);
		}
		return joined;
	}
}
