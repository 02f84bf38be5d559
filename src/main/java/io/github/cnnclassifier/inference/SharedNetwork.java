
package io.github.cnnclassifier.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.model.Prediction;

/**
 * A network that several threads may ask: one batch is predicted after the
 * other. Thread-safe.
 */
final class SharedNetwork {

	private final Network network;
	private boolean closed;

	/** @param network owned by this from now on */
	SharedNetwork(final Network network) {
		this.network = network;
	}

	/**
	 * @param batch C,H,W each, preprocessed; may be empty
	 * @return one prediction per input, in order
	 * @throws IllegalStateException if this is closed
	 */
	synchronized List<Prediction> predict(final List<float[]> batch) {
		if (batch.isEmpty()) return List.of();
		if (closed) throw new IllegalStateException("The classifier is closed");
		final float[] probabilities = network.predict(joined(batch), batch.size());
		final int classes = probabilities.length / batch.size();
		final List<Prediction> predictions = new ArrayList<>(batch.size());
		for (int i = 0; i < batch.size(); i++) {
			predictions.add(new Prediction(Arrays.copyOfRange(probabilities, i *
				classes, (i + 1) * classes)));
		}
		return predictions;
	}

	private static float[] joined(final List<float[]> batch) {
		final int size = batch.get(0).length;
		final float[] joined = new float[batch.size() * size];
		for (int i = 0; i < batch.size(); i++) {
			System.arraycopy(batch.get(i), 0, joined, i * size, size);
		}
		return joined;
	}

	/** Waits for a batch that is under way. A second call does nothing. */
	synchronized void close() {
		if (closed) return;
		closed = true;
		network.close();
	}
}
