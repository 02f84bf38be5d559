
package io.github.cnnclassifier.training;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.NetworkPlan;

/**
 * Shrinks the batch until a training run fits the memory, before it starts.
 */
public final class MemoryPlan {

	/** Activations, what layers keep for the way back, and the gradients. */
	private static final int COPIES_OF_ACTIVATIONS = 4;

	/** Weights, gradients, two moments of Adam and the best weights so far. */
	private static final int COPIES_OF_WEIGHTS = 5;

	private MemoryPlan() {}

	/**
	 * @param plan of the network
	 * @param wished batch size, at least 1
	 * @param availableBytes of native memory
	 * @return the wished batch size, halved until it fits; at least 1
	 * @throws UserFailure if not even one image at a time fits
	 */
	public static int batchSize(final NetworkPlan plan, final int wished,
		final long availableBytes)
	{
		final long weights = 4L * COPIES_OF_WEIGHTS * plan.parameterCount();
		final long perSample = 4L * COPIES_OF_ACTIVATIONS * plan.activationCount();
		int batch = wished;
		while (batch > 1 && weights + batch * perSample > availableBytes) {
			batch = (batch + 1) / 2;
		}
		if (weights + batch * perSample > availableBytes) throw new UserFailure(
			"Training this network on images of " + plan.spec().input().width() +
				" x " + plan.spec().input().height() + " pixels needs about " +
				(weights + perSample >> 20) + " MB, but only " +
				(availableBytes >> 20) +
				" MB are available. Use smaller input images or network=tiny.");
		return batch;
	}
}
