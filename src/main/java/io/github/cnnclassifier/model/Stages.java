
package io.github.cnnclassifier.model;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.LayerSpec.Residual;

/**
 * The layers of a network by the size of image that they work on. A stage
 * begins with a convolution or block behind a pooling layer, or with one of a
 * stride above 1; a pooling layer belongs to the stage before. What follows
 * from the first flatten, global-average-pool, join-channels or dense layer on
 * is the head and no stage.
 *
 * @param name of the network, for messages
 * @param stages at least one, each with a convolution or block
 * @param head the layers behind them
 */
record Stages(String name, List<List<LayerSpec>> stages, List<LayerSpec> head) {

	/** @throws UserFailure if there is no stage */
	static Stages of(final List<LayerSpec> layers, final String name) {
		int end = 0;
		while (end < layers.size() && !isHead(layers.get(end)))
			end++;
		final List<List<LayerSpec>> stages = new ArrayList<>();
		stages.add(new ArrayList<>());
		boolean pooled = false;
		boolean started = false;
		for (final LayerSpec layer : layers.subList(0, end)) {
			if (isPool(layer)) pooled = started;
			else if (learns(layer)) {
				if (started && (pooled || stride(layer) > 1)) {
					stages.add(new ArrayList<>());
					pooled = false;
				}
				started = true;
			}
			stages.get(stages.size() - 1).add(layer);
		}
		return new Stages(name, stages, layers.subList(end, layers.size()));
	}

	/**
	 * @param number of stages to have
	 * @return the layers with the first stages, or the last one repeated; where
	 *         it does not make the image smaller by itself, with the pooling that
	 *         stands before it
	 */
	List<LayerSpec> inNumber(final int number) {
		final int found = stages.size();
		final List<LayerSpec> last = stages.get(found - 1);
		if (last.stream().noneMatch(Stages::learns)) throw new UserFailure(
			"The network '" + name +
				"' is impossible: depth is the number of stages, each with a convolution " +
				"or block, and it has none. Leave depth out.");
		final List<LayerSpec> layers = new ArrayList<>();
		stages.subList(0, Math.min(number, found)).forEach(layers::addAll);
		for (int i = found; i < number; i++) {
			if (found > 1 && !shrinks(last)) layers.addAll(pooling(stages.get(found -
				2)));
			layers.addAll(last);
		}
		layers.addAll(head);
		if (layers.size() > LayerJson.MOST_LAYERS) throw new UserFailure(
			"The network '" + name + "' is impossible: it would have " + layers
				.size() + " layers; at most " + LayerJson.MOST_LAYERS +
				" are possible. Use a smaller depth.");
		return layers;
	}

	/**
	 * @param rate 0 to below 1
	 * @return the layers with that dropout before each dense layer
	 */
	List<LayerSpec> withDropout(final double rate) {
		final List<LayerSpec> layers = new ArrayList<>();
		stages.forEach(layers::addAll);
		for (final LayerSpec layer : head) {
			if (layer instanceof Dropout) continue;
			if (layer instanceof Dense && rate > 0) layers.add(new Dropout(rate));
			layers.add(layer);
		}
		return layers;
	}

	private static boolean isHead(final LayerSpec layer) {
		return layer instanceof Flatten || layer instanceof GlobalAveragePool ||
			layer instanceof JoinChannels || layer instanceof Dense;
	}

	private static boolean isPool(final LayerSpec layer) {
		return layer instanceof MaxPool || layer instanceof AveragePool;
	}

	private static boolean learns(final LayerSpec layer) {
		return layer instanceof Conv || layer instanceof DepthwiseConv ||
			layer instanceof Residual;
	}

	private static int stride(final LayerSpec layer) {
		if (layer instanceof final Conv conv) return conv.stride();
		if (layer instanceof final DepthwiseConv conv) return conv.stride();
		if (layer instanceof final Residual block) return block.body().stream()
			.mapToInt(Stages::stride).max().orElse(1);
		return 1;
	}

	private static boolean shrinks(final List<LayerSpec> stage) {
		return stage.stream().anyMatch(l -> isPool(l) || stride(l) > 1);
	}

	/** @return from the first pooling layer of a stage on */
	private static List<LayerSpec> pooling(final List<LayerSpec> stage) {
		int start = 0;
		while (start < stage.size() && !isPool(stage.get(start)))
			start++;
		return stage.subList(start, stage.size());
	}
}
