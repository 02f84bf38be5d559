
package io.github.cnnclassifier.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of maps that keep their order, which Map.copyOf does not. */
final class Ordered {

	private Ordered() {}

	static <V> Map<String, V> copy(final Map<String, V> map) {
		return new LinkedHashMap<>(map);
	}

	static <V> Map<String, V> view(final Map<String, V> map) {
		return Collections.unmodifiableMap(map);
	}
}
