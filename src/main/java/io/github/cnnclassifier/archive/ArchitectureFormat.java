
package io.github.cnnclassifier.archive;

import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;

/** Which formats of classifier.json know which layers. */
final class ArchitectureFormat {

	/** The first format with channels that go apart. */
	private static final int FORMAT_WITH_CHANNELS_APART = 3;

	private ArchitectureFormat() {}

	/** @return the oldest format that can say it */
	static int of(final Architecture architecture) {
		return architecture.layers().stream().anyMatch(
			ArchitectureFormat::partsChannels) ? FORMAT_WITH_CHANNELS_APART : 1;
	}

	private static boolean partsChannels(final LayerSpec layer) {
		return layer instanceof SplitChannels || layer instanceof JoinChannels;
	}

	/** @throws InvalidModel if there are layers that the format does not know */
	static void require(final Architecture architecture, final int format)
		throws InvalidModel
	{
		if (of(architecture) > format) throw InvalidModel.damaged(
			ModelZip.DESCRIPTION,
			"there are split-channels or join-channels, which format " + format +
				" does not know");
	}
}
