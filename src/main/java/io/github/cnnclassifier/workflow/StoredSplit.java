
package io.github.cnnclassifier.workflow;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.archive.ClassifierDescription;
import io.github.cnnclassifier.dataset.Side;
import io.github.cnnclassifier.dataset.Split;

/** The split that a model remembers. */
final class StoredSplit {

	private StoredSplit() {}

	static Split of(final ClassifierDescription description) {
		final Map<String, List<String>> stored = description.training().dataset()
			.split();
		final Map<Side, List<String>> hashes = new EnumMap<>(Side.class);
		for (final Side side : Side.values()) {
			hashes.put(side, stored.getOrDefault(side.label(), List.of()));
		}
		return Split.ofHashes(hashes);
	}
}
