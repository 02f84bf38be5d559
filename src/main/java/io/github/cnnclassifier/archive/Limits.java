
package io.github.cnnclassifier.archive;

import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkPlan.Step;
import io.github.cnnclassifier.model.ParameterShape;

/**
 * How large a model may be, so that a hostile file can neither fill the memory
 * nor keep the processor busy. All are far above what trains on a desktop, and
 * they are checked on writing too: what was written can be read.
 */
final class Limits {

	/** 256 MB of weights. */
	static final long WEIGHTS = 1L << 26;
	/** 4096 x 4096 pixels of one channel. */
	static final long INPUT_VALUES = 1L << 24;
	/** 1 GB for the layers of one sample. */
	static final long ACTIVATIONS = 1L << 28;
	/**
	 * For one sample; a desktop needs about a second. The self-test cannot be
	 * canceled, and what takes longer does not train.
	 */
	static final long MULTIPLICATIONS = 40_000_000_000L;
	static final int CLASSES = 100_000;
	/**
	 * Any single length of the input; with it an ordinary image is resized in
	 * ordinary memory.
	 */
	static final int LENGTH = 1 << 14;

	private Limits() {}

	/**
	 * @param plan any
	 * @throws InvalidModel if the network is larger than allowed
	 */
	static void check(final NetworkPlan plan) throws InvalidModel {
		final InputShape in = plan.spec().input();
		require("input values", (double) in.channels() * in.height() * in.width(),
			INPUT_VALUES);
		require("layer outputs", activations(plan), ACTIVATIONS);
		double weights = 0;
		for (final ParameterShape p : plan.parameters()) {
			double size = 1;
			for (final int length : p.shape())
				size *= length;
			weights += size;
		}
		require("weights", weights, WEIGHTS);
		require("multiplications", multiplications(plan), MULTIPLICATIONS);
	}

	// In floating point, so that nothing wraps around.
	private static double activations(final NetworkPlan plan) {
		double sum = 0;
		for (final Step step : plan.steps()) {
			sum += outputs(step);
			for (final Step inner : step.body())
				sum += outputs(inner);
			for (final Step inner : step.shortcut())
				sum += outputs(inner);
		}
		return sum;
	}

	private static double multiplications(final NetworkPlan plan) {
		double sum = 0;
		for (final Step step : plan.steps()) {
			sum += multiplications(step);
			for (final Step inner : step.body())
				sum += multiplications(inner);
			for (final Step inner : step.shortcut())
				sum += multiplications(inner);
		}
		return sum;
	}

	/** A value that a pooling window looks at counts as one. */
	private static double multiplications(final Step step) {
		final double perOutput;
		if (step.layer() instanceof final Conv c) perOutput = (double) step.input()
			.get(0) * c.kernel() * c.kernel();
		else if (step.layer() instanceof final DepthwiseConv c) perOutput =
			(double) c.kernel() * c.kernel();
		else if (step.layer() instanceof Dense) perOutput = step.input().get(0);
		else if (step.layer() instanceof final MaxPool p) perOutput = (double) p
			.size() * p.size();
		else if (step.layer() instanceof final AveragePool p) perOutput = (double) p
			.size() * p.size();
		else perOutput = 1;
		return perOutput * outputs(step);
	}

	private static double outputs(final Step step) {
		return step.rows() * step.output().stream().mapToDouble(
			Integer::doubleValue).reduce(1, (a, b) -> a * b);
	}

	private static void require(final String what, final double found,
		final long limit) throws InvalidModel
	{
		if (found > limit) throw new InvalidModel("Its network has " + Math.round(
			found) + " " + what + "; at most " + limit +
			" are allowed. Use smaller input images or fewer layers and filters.");
	}
}
