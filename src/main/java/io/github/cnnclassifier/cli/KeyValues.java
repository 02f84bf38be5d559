
package io.github.cnnclassifier.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.failure.WrongUsage;

/** Takes words of the form key=value apart. */
final class KeyValues {

	private KeyValues() {}

	/**
	 * @param words in order
	 * @return value by key
	 * @throws WrongUsage if a word has no = or a key repeats
	 */
	static Map<String, String> parse(final List<String> words) {
		final Map<String, String> values = new LinkedHashMap<>();
		for (final String word : words) {
			final int equals = word.indexOf('=');
			if (equals < 1) throw new WrongUsage("Expected key=value, found '" +
				word + "'. A value with spaces needs quotes: \"key=a value\".");
			final String key = word.substring(0, equals);
			if (values.put(key, word.substring(equals + 1)) != null)
				throw new WrongUsage("Expected each key once, found '" + key +
					"' twice.");
		}
		return values;
	}
}
