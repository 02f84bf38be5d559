
package io.github.cnnclassifier.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.cnnclassifier.engine.BatchOutputs;
import io.github.cnnclassifier.engine.HalvedBatches;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.Progress;

/**
 * A network that several threads may ask: one batch is predicted after the
 * other. Thread-safe.
 */
final class SharedNetwork {

	private final Network network;
	private final HalvedBatches batches;
	private boolean closed;

	/** @param network owned by this from now on */
	SharedNetwork(final Network network) {
		this.network = network;
		batches = new HalvedBatches(network);
	}

	/**
	 * What the network says of one input.
	 *
	 * @param prediction its probabilities
	 * @param features what the last layer saw of it; null if nobody wants them
	 */
	record Output(Prediction prediction, float[] features) {
	}

	/**
	 * @param batch C,H,W each, preprocessed; may be empty
	 * @param withFeatures whether they are wanted
	 * @param progress told if the memory asks for smaller batches
	 * @return one output per input, in order
	 * @throws UserFailure if not even one input at a time fits the memory
	 * @throws IllegalStateException if this is closed
	 */
	synchronized List<Output> predict(final List<float[]> batch,
		final boolean withFeatures, final Progress progress)
	{
		if (batch.isEmpty()) return List.of();
		if (closed) throw new IllegalStateException("The classifier is closed");
		final int count = batch.size();
		final float[] inputs = joined(batch);
		final BatchOutputs found = withFeatures ? batches.predictWithFeatures(
			inputs, count, progress) : new BatchOutputs(batches.predict(inputs, count,
				progress), null);
		final List<Output> outputs = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			outputs.add(new Output(new Prediction(row(found.probabilities(), i,
				count)), withFeatures ? row(found.features(), i, count) : null));
		}
		return outputs;
	}

	private static float[] row(final float[] rows, final int index,
		final int count)
	{
		final int size = rows.length / count;
		return Arrays.copyOfRange(rows, index * size, (index + 1) * size);
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
