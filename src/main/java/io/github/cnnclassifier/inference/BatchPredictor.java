
package io.github.cnnclassifier.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.model.Prediction;

/** Feeds any number of inputs to a network in batches. Not thread-safe. */
public final class BatchPredictor {

	private final Network network;
	private final int batchSize;

	/**
	 * @param network stays the caller's to close
	 * @param batchSize inputs that are predicted at once, at least 1
	 */
	public BatchPredictor(final Network network, final int batchSize) {
		this.network = network;
		this.batchSize = batchSize;
	}

	/** @return inputs that are predicted at once */
	public int batchSize() {
		return batchSize;
	}

	/**
	 * @param inputs C,H,W each, preprocessed; any number
	 * @return one prediction per input, in order
	 */
	public List<Prediction> predict(final List<float[]> inputs) {
		final List<Prediction> predictions = new ArrayList<>(inputs.size());
		for (int start = 0; start < inputs.size(); start += batchSize) {
			final List<float[]> batch = inputs.subList(start, Math.min(inputs.size(),
				start + batchSize));
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
