
package io.github.cnnclassifier.engine.dl4j;

import io.github.cnnclassifier.engine.MemoryNeed;
import io.github.cnnclassifier.engine.Optimizer;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkPlan.Step;

/**
 * What networks take outside the Java heap, in floats of 4 bytes. With oneDNN
 * the process grew by 340 MB for six-conv on 16 x 3 x 96 x 96, where these
 * figures make 830 MB.
 */
final class NetworkMemory {

	/** Activations, what layers keep for the way back, and the gradients. */
	private static final int ACTIVATIONS_OF_TRAINING = 4;

	/** Weights, gradients and the best weights so far. */
	private static final int WEIGHTS_OF_TRAINING = 3;

	/** A transformed kernel of 3 x 3 has 36 values for 9. */
	private static final int TRANSFORMED = 4;

	/** What each thread multiplies at a time, unless a row takes more. */
	private static final long CHUNK_BYTES = 4L << 20;

	private NetworkMemory() {}

	/** @param threads that train, at least 1 */
	static MemoryNeed training(final NetworkPlan plan, final Optimizer optimizer,
		final ComputePath path, final int threads)
	{
		final long weights = (WEIGHTS_OF_TRAINING + optimizer.moments().size()) *
			plan.parameterCount();
		final long values = ACTIVATIONS_OF_TRAINING * plan.activationCount();
		if (path == ComputePath.ONE_DNN) return need(weights, values);
		return portable(plan, weights, values, threads, TRANSFORMED);
	}

	/** @param threads that predict, at least 1 */
	static MemoryNeed predicting(final NetworkPlan plan, final ComputePath path,
		final int threads)
	{
		if (path == ComputePath.ONE_DNN) return need(plan.parameterCount(), plan
			.activationCount());
		return portable(plan, plan.parameterCount(), plan.activationCount(),
			threads, 0);
	}

	private static MemoryNeed need(final long floats,
		final long floatsPerSample)
	{
		return new MemoryNeed(4 * floats, 4 * floatsPerSample);
	}

	/** @param gradients of a kernel that each thread sums up, per weight */
	private static MemoryNeed portable(final NetworkPlan plan, final long floats,
		final long floatsPerSample, final int threads, final int gradients)
	{
		final long transformed = plan.steps().stream().flatMap(Step::leaves)
			.mapToLong(s -> TRANSFORMED * kernel(s)).sum();
		final long lane = plan.steps().stream().flatMap(Step::leaves).mapToLong(
			s -> Math.max(CHUNK_BYTES / 4, chunkOfARow(s)) + gradients * kernel(s))
			.max().orElse(0);
		return need(floats + transformed + threads * lane, floatsPerSample +
			patches(plan));
	}

	private static long kernel(final Step step) {
		return step.layer() instanceof Conv ? step.weights() : 0;
	}

	/** The least that is multiplied at a time: one row of tiles or windows. */
	private static long chunkOfARow(final Step step) {
		if (!(step.layer() instanceof final Conv c)) return 0;
		final long width = step.output().get(2);
		final long channels = step.input().get(0) + c.filters();
		return Math.max(c.kernel() * c.kernel() * width * step.input().get(0), 36 *
			((width + 3) / 4) * channels);
	}

	/** The windows that a first convolution sees, of one sample. */
	private static long patches(final NetworkPlan plan) {
		final Step first = plan.steps().get(0).layer() instanceof SplitChannels
			? plan.steps().get(1) : plan.steps().get(0);
		return first.layer() instanceof final Conv c && PortableOperations
			.takesPatches(first.input().get(0)) ? (long) first.rows() * c.kernel() * c
				.kernel() * first.input().get(0) * first.output().get(1) * first
					.output().get(2) : 0;
	}
}
