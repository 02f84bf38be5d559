
package io.github.cnnclassifier.model;

import java.util.HashMap;
import java.util.Map;

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
import io.github.cnnclassifier.model.LayerSpec.Silu;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;

/** Names the layers of a list, each kind counted by itself. */
final class LayerNames {

	private final String prefix;
	private final Map<String, Integer> counts = new HashMap<>();

	/** @param prefix such as {@code residual1.}, or empty */
	LayerNames(final String prefix) {
		this.prefix = prefix;
	}

	/** @return the name of the next layer of the list */
	String next(final LayerSpec layer) {
		final String kind = kind(layer);
		return prefix + kind + counts.merge(kind, 1, Integer::sum);
	}

	/** @return such as {@code conv} */
	static String kind(final LayerSpec layer) {
		if (layer instanceof Conv) return "conv";
		if (layer instanceof BatchNorm) return "norm";
		if (layer instanceof DepthwiseConv) return "depthwise";
		if (layer instanceof Relu) return "relu";
		if (layer instanceof LeakyRelu) return "leakyrelu";
		if (layer instanceof Elu) return "elu";
		if (layer instanceof Gelu) return "gelu";
		if (layer instanceof Silu) return "silu";
		if (layer instanceof MaxPool) return "maxpool";
		if (layer instanceof AveragePool) return "averagepool";
		if (layer instanceof Dropout) return "dropout";
		if (layer instanceof GlobalAveragePool) return "globalpool";
		if (layer instanceof Flatten) return "flatten";
		if (layer instanceof Dense) return "dense";
		if (layer instanceof SplitChannels) return "split";
		if (layer instanceof JoinChannels) return "join";
		return "residual";
	}
}
