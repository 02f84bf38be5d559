
package io.github.cnnclassifier.tuning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One point of a search space.
 *
 * @param values by name, as typed; what is not named is as the user has it;
 *          copied, order kept
 */
public record Setting(Map<String, String> values) {

	/** Nothing is changed. */
	public static final Setting DEFAULT = new Setting(Map.of());

	/** Copies the map. */
	public Setting {
		values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
	}

	/** @return whether nothing is changed */
	public boolean isDefault() {
		return values.isEmpty();
	}

	/** @return such as {@code learningRate=0.001 batchSize=32} */
	@Override
	public String toString() {
		return isDefault() ? "the default settings" : values.entrySet().stream()
			.map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(
				" "));
	}
}
