
package io.github.cnnclassifier.dataset.split;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import io.github.cnnclassifier.dataset.source.Side;

/** How many contents each class has on each side. Not thread-safe. */
final class SideCounts {

	private final Map<Side, Map<String, Integer>> counts = new EnumMap<>(
		Side.class);

	int of(final Side side, final String label) {
		return counts.getOrDefault(side, Map.of()).getOrDefault(label, 0);
	}

	void add(final Side side, final String label, final int change) {
		counts.computeIfAbsent(side, unused -> new HashMap<>()).merge(label, change,
			Integer::sum);
	}
}
