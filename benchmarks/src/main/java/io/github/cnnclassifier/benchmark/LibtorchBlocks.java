
package io.github.cnnclassifier.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkPlan.Step;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;

/** The planned layers as DJL blocks, up to what goes into the softmax. */
final class LibtorchBlocks {

	private static final Map<String, String> NAMES = Map.of("scale", "gamma",
		"shift", "beta", "mean", "runningMean", "variance", "runningVar");

	private final Map<String, Block> named = new HashMap<>();
	private final Block network;

	LibtorchBlocks(final NetworkPlan plan) {
		network = chain(plan.steps());
	}

	Block network() {
		return network;
	}

	/** To be called without gradients, once the network is initialised. */
	void set(final Weights weights) {
		for (final Tensor t : weights.tensors()) {
			final int dot = t.name().lastIndexOf('.');
			final String kind = t.name().substring(dot + 1);
			final NDArray target = named.get(t.name().substring(0, dot))
				.getParameters().get(NAMES.getOrDefault(kind, kind)).getArray();
			final Shape shape = new Shape(Arrays.stream(t.shape()).asLongStream()
				.toArray());
			try (NDArray source = target.getManager().create(t.data(), shape);
					NDArray turned = shape.dimension() == 2 ? source.transpose() : source
						.duplicate())
			{
				turned.copyTo(target);
			}
		}
	}

	static long parameterCount(final Block block) {
		return block.getParameters().values().stream().mapToLong(p -> p.getArray()
			.size()).sum();
	}

	private Block chain(final List<Step> steps) {
		final SequentialBlock chain = new SequentialBlock();
		for (final Step step : steps) {
			final Block block = block(step);
			named.put(step.name(), block);
			chain.add(block);
		}
		return chain;
	}

	private Block block(final Step step) {
		final LayerSpec layer = step.layer();
		if (layer instanceof final Conv c) return Conv2d.builder().setKernelShape(
			new Shape(c.kernel(), c.kernel())).setFilters(c.filters()).optStride(
				new Shape(c.stride(), c.stride())).optPadding(new Shape(c.padding(), c
					.padding())).optBias(c.bias()).build();
		if (layer instanceof LayerSpec.BatchNorm) return BatchNorm.builder()
			.optEpsilon(1e-5f).optMomentum(0.9f).build();
		if (layer instanceof Relu) return Activation.reluBlock();
		if (layer instanceof final MaxPool p) return Pool.maxPool2dBlock(new Shape(p
			.size(), p.size()), new Shape(p.stride(), p.stride()));
		if (layer instanceof GlobalAveragePool) return Pool.globalAvgPool2dBlock();
		if (layer instanceof final Dropout d) return ai.djl.nn.norm.Dropout
			.builder().optRate((float) d.rate()).build();
		if (layer instanceof Flatten) return Blocks.batchFlattenBlock();
		if (layer instanceof final Dense d) return Linear.builder().setUnits(d
			.units()).build();
		if (layer instanceof Residual) return residual(step);
		throw new IllegalArgumentException("No network of the table has " + layer);
	}

	private Block residual(final Step step) {
		final List<Block> ways = new ArrayList<>();
		ways.add(chain(step.body()));
		ways.add(step.shortcut().isEmpty() ? Blocks.identityBlock() : chain(step
			.shortcut()));
		return new ParallelBlock(outputs -> new NDList(Activation.relu(outputs.get(
			0).singletonOrThrow().add(outputs.get(1).singletonOrThrow()))), ways);
	}
}
