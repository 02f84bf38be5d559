
package io.github.cnnclassifier.engine;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.FreeHeap;
import io.github.cnnclassifier.model.NetworkPlan;

/**
 * Shrinks a batch until it fits the memory, before anything is computed.
 *
 * @param nativeBytes of memory outside the Java heap that networks may take
 * @param heapBytes of the Java heap that are free, a quarter of which may hold
 *          inputs
 */
public record MemoryPlan(long nativeBytes, long heapBytes) {

	/** Activations, what layers keep for the way back, and the gradients. */
	private static final int COPIES_OF_ACTIVATIONS = 4;

	/** Weights, gradients, two moments of Adam and the best weights so far. */
	private static final int COPIES_OF_WEIGHTS = 5;

	/** Batches that are prepared ahead, and the one that is computed. */
	private static final int BATCHES_IN_HEAP = 6;

	private static final int LARGEST_PREDICTED_BATCH = 64;

	/**
	 * @param engine whose memory it is
	 * @return a plan for this Java process as it is now
	 */
	public static MemoryPlan of(final Engine engine) {
		return new MemoryPlan(engine.availableBytes(), FreeHeap.bytes());
	}

	/**
	 * @param plan of the network
	 * @param wished batch size, at least 1
	 * @return the wished batch size, halved until training fits; at least 1
	 * @throws UserFailure if not even one image at a time fits
	 */
	public int trainingBatch(final NetworkPlan plan, final int wished) {
		return batch(plan, wished, COPIES_OF_ACTIVATIONS, COPIES_OF_WEIGHTS);
	}

	/**
	 * @param plan of the network
	 * @return 64, which is enough to fill two cores, halved until predicting
	 *         fits; at least 1
	 * @throws UserFailure if not even one image at a time fits
	 */
	public int predictionBatch(final NetworkPlan plan) {
		return batch(plan, LARGEST_PREDICTED_BATCH, 1, 1);
	}

	private int batch(final NetworkPlan plan, final int wished,
		final int activationCopies, final int weightCopies)
	{
		final long weights = 4L * weightCopies * plan.parameterCount();
		final long perSample = 4L * activationCopies * plan.activationCount();
		final long inputs = 4L * BATCHES_IN_HEAP * plan.spec().input().size();
		int batch = wished;
		while (batch > 1 && (weights + batch * perSample > nativeBytes || batch *
			inputs > heapBytes / 4))
		{
			batch = (batch + 1) / 2;
		}
		if (weights + batch * perSample > nativeBytes) throw new UserFailure(
			"The network '" + plan.spec().architecture().name() + "' on images of " +
				plan.spec().input().width() + " x " + plan.spec().input().height() +
				" pixels needs about " + (weights + perSample >> 20) +
				" MB, but only " + (nativeBytes >> 20) +
				" MB are available. Use smaller input images or network=tiny.");
		return batch;
	}
}
