
package io.github.cnnclassifier.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
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
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.random.SeedTree;

/** Small networks with drawn layers, kernels, strides, paddings and inputs. */
final class RandomNetworks {

	/** Enough that neither a window nor the statistics of a norm are empty. */
	private static final int SMALLEST_SIDE = 3;

	private final SplittableRandom random;
	private final List<LayerSpec> layers = new ArrayList<>();
	private int height;
	private int width;

	private RandomNetworks(final long seed) {
		random = new SeedTree(seed).random();
		height = random.nextInt(7, 17);
		width = random.nextInt(7, 17);
	}

	/** @return always the same ones */
	static Stream<NetworkSpec> some(final int count) {
		return IntStream.range(0, count).mapToObj(i -> new RandomNetworks(i).draw(
			i));
	}

	private NetworkSpec draw(final int number) {
		final InputShape input = new InputShape(random.nextInt(1, 5), height,
			width);
		final int blocks = random.nextInt(1, 4);
		// of the input, of what the first block gives, or not at all
		final int split = random.nextInt(3);
		for (int i = 0; i < blocks; i++) {
			if (i == split) layers.add(new SplitChannels());
			convolution(i < split && split < blocks ? 6 : 40);
			pool();
			if (random.nextInt(3) == 0) residual();
			if (random.nextInt(3) == 0) depthwise();
		}
		if (random.nextBoolean()) layers.add(new GlobalAveragePool());
		else {
			layers.add(new Flatten());
			if (random.nextBoolean()) {
				if (split < blocks && random.nextBoolean()) join();
				layers.add(new Dense(random.nextInt(2, 20)));
				layers.add(new Relu());
			}
		}
		if (split < blocks && !layers.contains(new JoinChannels())) join();
		layers.add(new Dense(0));
		return new NetworkSpec(new Architecture("drawn " + number, layers), input,
			random.nextInt(2, 6));
	}

	private void join() {
		layers.add(new JoinChannels());
		if (random.nextBoolean()) layers.add(new Relu());
	}

	/** @param most filters, less one */
	private void convolution(final int most) {
		final int kernel = Math.min(1 + 2 * random.nextInt(4), Math.min(height,
			width));
		final int padding = random.nextInt(kernel / 2 + 1);
		final int stride = outside(kernel, 2, padding) ? 1 : random.nextInt(1, 3);
		if (outside(kernel, stride, padding)) return;
		final boolean norm = random.nextBoolean();
		layers.add(new Conv(random.nextInt(1, most), kernel, stride, padding,
			!norm));
		shrink(kernel, stride, padding);
		if (norm) layers.add(new BatchNorm());
		if (random.nextInt(4) > 0) layers.add(activation());
	}

	private void depthwise() {
		final int kernel = Math.min(1 + 2 * random.nextInt(3), Math.min(height,
			width));
		final int padding = random.nextInt(kernel);
		final int stride = outside(kernel, 2, padding) ? 1 : random.nextInt(1, 3);
		if (outside(kernel, stride, padding)) return;
		layers.add(new DepthwiseConv(kernel, stride, padding, random
			.nextBoolean()));
		shrink(kernel, stride, padding);
		layers.add(activation());
	}

	private LayerSpec activation() {
		return switch (random.nextInt(8)) {
			case 0 -> new LeakyRelu(0.01 * random.nextInt(30));
			case 1 -> new Elu();
			case 2 -> new Gelu();
			case 3 -> new Silu();
			default -> new Relu();
		};
	}

	private void pool() {
		final int size = random.nextInt(1, 4);
		final int stride = random.nextInt(1, 3);
		if (outside(size, stride, 0)) return;
		layers.add(random.nextBoolean() ? new MaxPool(size, stride)
			: new AveragePool(size, stride));
		shrink(size, stride, 0);
	}

	private void residual() {
		final boolean rectified = random.nextBoolean();
		layers.add(new Residual(List.of(new Conv(random.nextInt(2, 20), 3, 1, 1,
			false), new BatchNorm()), rectified));
		if (!rectified) layers.add(activation());
	}

	private boolean outside(final int size, final int stride, final int padding) {
		return side(height, size, stride, padding) < SMALLEST_SIDE || side(width,
			size, stride, padding) < SMALLEST_SIDE;
	}

	private void shrink(final int size, final int stride, final int padding) {
		height = side(height, size, stride, padding);
		width = side(width, size, stride, padding);
	}

	private static int side(final int side, final int size, final int stride,
		final int padding)
	{
		return (side + 2 * padding - size) / stride + 1;
	}
}
