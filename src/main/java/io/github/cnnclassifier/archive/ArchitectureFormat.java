
package io.github.cnnclassifier.archive;

import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.Activation;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;

/** Which formats of classifier.json know which layers. */
final class ArchitectureFormat {

	/** The first format with channels that go apart. */
	private static final int FORMAT_WITH_CHANNELS_APART = 3;
	/**
	 * The first format with depthwise convolutions, with activations beside ReLU
	 * and with residual blocks without one.
	 */
	private static final int FORMAT_WITH_MOBILE_LAYERS = 4;

	private ArchitectureFormat() {}

	/** @return the oldest format that can say it */
	static int of(final Architecture architecture) {
		return architecture.layers().stream().mapToInt(ArchitectureFormat::of).max()
			.orElse(1);
	}

	private static int of(final LayerSpec layer) {
		if (layer instanceof final Residual block) return block.rectified() ? block
			.body().stream().mapToInt(ArchitectureFormat::of).max().orElse(1)
			: FORMAT_WITH_MOBILE_LAYERS;
		if (layer instanceof DepthwiseConv || layer instanceof Activation &&
			!(layer instanceof Relu)) return FORMAT_WITH_MOBILE_LAYERS;
		return layer instanceof SplitChannels || layer instanceof JoinChannels
			? FORMAT_WITH_CHANNELS_APART : 1;
	}

	/** @throws InvalidModel if there are layers that the format does not know */
	static void require(final Architecture architecture, final int format)
		throws InvalidModel
	{
		if (of(architecture) > format) throw InvalidModel.damaged(
			ModelZip.DESCRIPTION, "there are layers of format " + of(architecture) +
				", which format " + format + " does not know");
	}
}
