
package io.github.cnnclassifier.engine.dl4j;

import io.github.cnnclassifier.engine.MemoryNeed;
import io.github.cnnclassifier.engine.Optimizer;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkPlan.Step;

/**
 * What networks take outside the Java heap, in floats of 4 bytes. The process
 * grew by 340 MB on the fast and by 1520 MB on the plain path for six-conv on
 * 16 x 3 x 96 x 96, where these figures make 830 and 1590 MB.
 */
final class NetworkMemory {

	/** Activations, what layers keep for the way back, and the gradients. */
	private static final int ACTIVATIONS_OF_TRAINING = 4;

	/** The patches of a convolution of Deeplearning4j, and their gradient. */
	private static final int PATCHES_OF_TRAINING = 2;

	/** Weights, gradients and the best weights so far. */
	private static final int WEIGHTS_OF_TRAINING = 3;

	private NetworkMemory() {}

	/** @param plain whether Deeplearning4j's own graph trains */
	static MemoryNeed training(final NetworkPlan plan, final Optimizer optimizer,
		final boolean plain)
	{
		final long perSample = ACTIVATIONS_OF_TRAINING * plan.activationCount() +
			(plain ? PATCHES_OF_TRAINING * plan.steps().stream().flatMap(Step::leaves)
				.mapToLong(NetworkMemory::patches).sum() : 0);
		return new MemoryNeed(4 * (WEIGHTS_OF_TRAINING + optimizer.moments()
			.size()) * plan.parameterCount(), 4 * perSample);
	}

	/** @param plain whether Deeplearning4j's own graph predicts */
	static MemoryNeed predicting(final NetworkPlan plan, final boolean plain) {
		// patches live for one layer at a time
		final long patches = plain ? plan.steps().stream().flatMap(Step::leaves)
			.mapToLong(NetworkMemory::patches).max().orElse(0) : 0;
		return new MemoryNeed(4 * plan.parameterCount(), 4 * (plan
			.activationCount() + patches));
	}

	/**
	 * @return the values of a window of the input for each pixel of the output,
	 *         of one sample; 0 if none
	 */
	private static long patches(final Step step) {
		final int kernel = step.layer() instanceof final Conv c ? c.kernel() : step
			.layer() instanceof final DepthwiseConv c ? c.kernel() : 0;
		return kernel == 0 ? 0 : (long) step.rows() * kernel * kernel * step.input()
			.get(0) * step.output().get(1) * step.output().get(2);
	}
}
