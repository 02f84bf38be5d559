
package io.github.cnnclassifier.engine.dl4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.Elu;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.Gelu;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.LeakyRelu;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.LayerSpec.Silu;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkPlan.Step;

/** Binds the layers of a plan to arrays for one batch size. */
final class FastBuilder {

	private final NetworkPlan plan;
	private final Parameters parameters;
	private final int count;
	private final Memory memory;
	private final Operations operations;
	private final CurrentStep current;
	private Patches input;
	private Signal features;
	private boolean inBlock;

	/**
	 * @param count samples of a batch
	 * @param operations bound to the same memory
	 * @param current asked whenever a training step is made
	 */
	FastBuilder(final NetworkPlan plan, final Parameters parameters,
		final int count, final Memory memory, final Operations operations,
		final CurrentStep current)
	{
		this.plan = plan;
		this.parameters = parameters;
		this.count = count;
		this.memory = memory;
		this.operations = operations;
		this.current = current;
	}

	/** @return from the input to N,classes before the softmax */
	FastChain build() {
		final List<Step> steps = poolsFirst(plan.steps());
		// Channels of the input lie one after the other as they come.
		if (steps.get(0).layer() instanceof SplitChannels) steps.remove(0);
		final List<FastLayer> layers = new ArrayList<>();
		final Step first = steps.get(0);
		final List<Integer> chw = first.input();
		final InputShape image = new InputShape(chw.get(0), chw.get(1), chw.get(2));
		if (!(first.layer() instanceof final Conv c) || !operations.takesPatches(c,
			image.channels()))
		{
			input = new Patches(image, first.rows(), 1, 1, 0, count, memory);
			final INDArray pixels = input.array().reshape('c', nhwc(first, chw));
			return chain(steps, new Signal(pixels, null), layers);
		}
		input = new Patches(image, first.rows(), c.kernel(), c.stride(), c
			.padding(), count, memory);
		final Signal out = memory.signalInARow(nhwc(first, first.output()));
		layers.add(operations.dense(new Signal(input.array(), null), out, parameters
			.get(first, "weight"), parameters.get(first, "bias")));
		return chain(steps.subList(1, steps.size()), out, layers);
	}

	/** @return where batches go; to be called after {@link #build()} */
	Patches input() {
		return input;
	}

	/** @return the input of the last dense layer; after {@link #build()} */
	Signal features() {
		return features;
	}

	/**
	 * What never falls and a maximum may change places; after it there are fewer
	 * values.
	 */
	private static List<Step> poolsFirst(final List<Step> steps) {
		final List<Step> sorted = new ArrayList<>(steps);
		for (int i = 1; i < sorted.size(); i++) {
			if (sorted.get(i).layer() instanceof MaxPool && rises(sorted.get(i - 1)
				.layer())) Collections.swap(sorted, i - 1, i);
		}
		return sorted;
	}

	/** Activations that never fall, and work in place. */
	private static boolean rises(final LayerSpec layer) {
		return layer instanceof Relu || layer instanceof LeakyRelu;
	}

	private long rows(final Step step) {
		return (long) count * step.rows();
	}

	private long[] nhwc(final Step step, final List<Integer> chw) {
		return chw.size() == 1 ? new long[] { rows(step), chw.get(0) }
			: new long[] { rows(step), chw.get(1), chw.get(2), chw.get(0) };
	}

	/** @param layers those before, which become part of the chain */
	private FastChain chain(final List<Step> steps, final Signal input,
		final List<FastLayer> layers)
	{
		Signal signal = input;
		for (final Step step : steps) {
			if (isReshape(step)) {
				signal = signal.reshaped(nhwc(step, step.output()));
				continue;
			}
			final FastLayer layer = layer(step, signal);
			layers.add(layer);
			signal = layer.output();
		}
		return new FastChain(layers, signal);
	}

	/** Whether all values stay where they are. */
	private static boolean isReshape(final Step step) {
		return step.layer() instanceof Flatten || step
			.layer() instanceof JoinChannels || step
				.layer() instanceof SplitChannels && step.rows() == 1;
	}

	private FastLayer layer(final Step step, final Signal in) {
		final LayerSpec layer = step.layer();
		if (layer instanceof Relu) return operations.relu(in);
		if (layer instanceof final LeakyRelu l) return operations.leakyRelu(in, l
			.slope());
		if (layer instanceof final Dropout d) return new FastDropout(in, d.rate(),
			() -> current.dropout(step.name()), memory);
		if (layer instanceof Residual) {
			inBlock = true;
			final FastLayer block = residual(step, in);
			inBlock = false;
			return block;
		}
		final long[] shape = nhwc(step, step.output());
		final Signal out = inBlock ? memory.signal(shape) : memory.signalInARow(
			shape);
		if (layer instanceof final MaxPool p) return operations.maxPool(in, out, p
			.size(), p.stride());
		if (layer instanceof final AveragePool p) return operations.averagePool(in,
			out, p.size(), p.size(), p.stride());
		if (layer instanceof SplitChannels) return new FastSplit(in, out);
		if (layer instanceof Elu) return operations.elu(in, out);
		if (layer instanceof Silu) return operations.silu(in, out);
		if (layer instanceof Gelu) return operations.gelu(in, out);
		if (layer instanceof GlobalAveragePool) return globalPool(step, in, out);
		return weighted(step, in, out);
	}

	private FastLayer weighted(final Step step, final Signal in,
		final Signal out)
	{
		final LayerSpec layer = step.layer();
		if (layer instanceof BatchNorm) {
			final NormParameters norm = NormParameters.of(step, parameters);
			return norm.scale().frozen() ? operations.fixedNorm(in, out, norm)
				: operations.norm(in, out, norm, current);
		}
		final Parameter weight = parameters.get(step, "weight");
		final Parameter bias = parameters.get(step, "bias");
		if (layer instanceof final Conv c) return operations.isProduct(c)
			? operations.dense(in.reshaped(in.value().length() / in.size(3), in.size(
				3)), out, weight, bias) : operations.conv(c, in, out, weight, bias);
		if (layer instanceof final DepthwiseConv c) return operations.depthwise(c,
			in, out, weight, bias);
		if (layer instanceof Dense) {
			features = in;
			return operations.dense(in, out, weight, bias);
		}
		throw new IllegalArgumentException("Unknown layer " + layer);
	}

	private FastLayer globalPool(final Step step, final Signal in,
		final Signal out)
	{
		final int height = step.input().get(1);
		final int width = step.input().get(2);
		final int channels = step.input().get(0);
		return new FastChain(List.of(operations.averagePool(in, out.reshaped(rows(
			step), 1, 1, channels), height, width, 1)), out);
	}

	private FastLayer residual(final Step step, final Signal in) {
		final List<FastLayer> layers = new ArrayList<>();
		Signal start = in;
		if (changesInput(step.body().get(0))) {
			layers.add(new FastCopy(in, memory));
			start = layers.get(0).output();
		}
		FastChain body = chain(step.body(), start, layers);
		if (changesInput(step.body().get(step.body().size() - 1))) {
			layers.add(new FastCopy(body.output(), memory));
			body = new FastChain(layers, layers.get(layers.size() - 1).output());
		}
		final INDArray gradient = body.output().gradient();
		final FastLayer relu = ((Residual) step.layer()).rectified() ? operations
			.relu(body.output()) : null;
		if (step.shortcut().isEmpty()) {
			final Signal same = new Signal(in.value(), gradient);
			return new FastResidual(relu, in, body, new FastChain(List.of(), same),
				same);
		}
		final Signal branch = new Signal(in.value(), in.hasGradient() ? memory
			.array(in.value().shape()) : null);
		final FastLayer conv = layer(step.shortcut().get(0), branch);
		final Signal out = new Signal(memory.array(nhwc(step, step.output())),
			gradient);
		final FastLayer norm = weighted(step.shortcut().get(1), conv.output(), out);
		return new FastResidual(relu, in, body, new FastChain(List.of(conv, norm),
			out), branch);
	}

	private static boolean changesInput(final Step step) {
		return rises(step.layer()) || step.layer() instanceof Dropout;
	}
}
