
package io.github.cnnclassifier.engine.dl4j;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkPlan.Step;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;

/**
 * The same function with fewer layers, for predicting: a batch-norm with fixed
 * mean and variance is absorbed by the convolution before it, dropout goes. The
 * batch-norm of a residual block's shortcut stays, for it belongs to the block.
 */
final class FoldedNetwork {

	private final NetworkPlan plan;
	private final Weights weights;

	/** @throws IllegalArgumentException if the weights do not fit the plan */
	FoldedNetwork(final NetworkPlan plan, final Weights weights) {
		weights.requireShapes(plan.parameters());
		final NetworkSpec spec = plan.spec();
		final List<Tensor> tensors = new ArrayList<>();
		final Architecture architecture = new Architecture(spec.architecture()
			.name(), fold(plan.steps(), weights, tensors));
		this.plan = NetworkPlan.of(new NetworkSpec(architecture, spec.input(), spec
			.classes()));
		final List<Tensor> renamed = new ArrayList<>();
		final Iterator<Tensor> next = tensors.iterator();
		for (final ParameterShape p : this.plan.parameters())
			renamed.add(new Tensor(p.name(), p.shape(), next.next().data()));
		this.weights = new Weights(renamed);
	}

	/** @return the smaller network */
	NetworkPlan plan() {
		return plan;
	}

	/** @return weights that fit it */
	Weights weights() {
		return weights;
	}

	/** Adds the tensors in the order of the folded plan. */
	private static List<LayerSpec> fold(final List<Step> steps,
		final Weights weights, final List<Tensor> tensors)
	{
		final List<LayerSpec> layers = new ArrayList<>();
		for (int i = 0; i < steps.size(); i++) {
			final Step step = steps.get(i);
			if (step.layer() instanceof Dropout) continue;
			final LayerSpec biased = biased(step.layer());
			if (biased != null && i + 1 < steps.size() && steps.get(i + 1)
				.layer() instanceof BatchNorm)
			{
				absorb(step, steps.get(++i), weights, tensors);
				layers.add(biased);
			}
			else if (step.layer() instanceof final Residual block) {
				layers.add(new Residual(fold(step.body(), weights, tensors), block
					.rectified()));
				step.shortcut().forEach(s -> copy(s, weights, tensors));
			}
			else {
				layers.add(step.layer());
				copy(step, weights, tensors);
			}
		}
		return layers;
	}

	/** @return the same convolution with a bias; null if it is none */
	private static LayerSpec biased(final LayerSpec layer) {
		if (layer instanceof final Conv c) return new Conv(c.filters(), c.kernel(),
			c.stride(), c.padding(), true);
		if (layer instanceof final DepthwiseConv c) return new DepthwiseConv(c
			.kernel(), c.stride(), c.padding(), true);
		return null;
	}

	private static void copy(final Step step, final Weights weights,
		final List<Tensor> tensors)
	{
		step.parameters().forEach(p -> tensors.add(weights.get(p.name())));
	}

	private static void absorb(final Step conv, final Step norm,
		final Weights weights, final List<Tensor> tensors)
	{
		final Tensor kernel = weights.get(conv.name() + ".weight");
		final float[] scale = weights.get(norm.name() + ".scale").data();
		final float[] shift = weights.get(norm.name() + ".shift").data();
		final float[] mean = weights.get(norm.name() + ".mean").data();
		final float[] variance = weights.get(norm.name() + ".variance").data();
		final float[] bias = conv.parameters().size() > 1 ? weights.get(conv
			.name() + ".bias").data() : new float[scale.length];
		final float[] newKernel = kernel.data().clone();
		final float[] newBias = new float[scale.length];
		final int size = newKernel.length / scale.length;
		for (int out = 0; out < scale.length; out++) {
			final double factor = scale[out] / Math.sqrt(variance[out] +
				BatchNorm.EPSILON);
			newBias[out] = (float) ((bias[out] - mean[out]) * factor + shift[out]);
			for (int i = out * size; i < (out + 1) * size; i++)
				newKernel[i] = (float) (newKernel[i] * factor);
		}
		tensors.add(new Tensor(kernel.name(), kernel.shape(), newKernel));
		tensors.add(new Tensor(conv.name() + ".bias", new int[] { newBias.length },
			newBias));
	}
}
