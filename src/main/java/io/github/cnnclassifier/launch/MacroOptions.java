
package io.github.cnnclassifier.launch;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.imagej.RunLine;

/**
 * The options of a macro's run() function: words {@code key=value},
 * {@code key=[value with spaces]}, {@code key='value'} and bare flags. Keys are
 * equal whatever their case. What {@link RunLine} writes, {@link #parse} reads,
 * and so does ImageJ.
 * <p>
 * Immutable.
 */
final class MacroOptions {

	private final Map<String, String> values;
	private final Map<String, String> given;

	private MacroOptions(final Map<String, String> values,
		final Map<String, String> given)
	{
		this.values = values;
		this.given = given;
	}

	/**
	 * @param options null means none
	 * @throws WrongUsage if a bracket is not closed, a key comes twice or a value
	 *           has no key
	 */
	static MacroOptions parse(final String options) {
		final Map<String, String> values = new LinkedHashMap<>();
		final Map<String, String> given = new LinkedHashMap<>();
		final String text = options == null ? "" : options;
		int at = 0;
		while (true) {
			while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
				at++;
			}
			if (at == text.length()) return new MacroOptions(values, given);
			final int keyEnd = endOfKey(text, at);
			final String key = text.substring(at, keyEnd);
			final boolean flag = keyEnd == text.length() || text.charAt(
				keyEnd) != '=';
			final int valueEnd = flag ? keyEnd : endOfValue(text, keyEnd + 1);
			if (key.isEmpty()) throw new WrongUsage(
				"Expected key=value, got a value without key: '" + text.substring(at,
					valueEnd) + "'.");
			final String value = flag ? "true" : unquoted(text.substring(keyEnd + 1,
				valueEnd));
			if (values.put(key.toLowerCase(Locale.ROOT), value) != null)
				throw new WrongUsage("Expected every key once, got '" + key +
					"' twice.");
			given.put(key.toLowerCase(Locale.ROOT), flag ? key : key + "=" + value);
			at = valueEnd;
		}
	}

	/** The keys in lower case, in the order in which they were given. */
	Set<String> keys() {
		return values.keySet();
	}

	/** The value; "true" for a bare flag. */
	Optional<String> value(final String key) {
		return Optional.ofNullable(values.get(key.toLowerCase(Locale.ROOT)));
	}

	/** The option as it was given, for messages. */
	String given(final String key) {
		return given.get(key.toLowerCase(Locale.ROOT));
	}

	private static int endOfKey(final String text, final int from) {
		int at = from;
		while (at < text.length() && text.charAt(at) != '=' && !Character
			.isWhitespace(text.charAt(at)))
		{
			at++;
		}
		return at;
	}

	private static int endOfValue(final String text, final int from) {
		if (from == text.length()) return from;
		if (text.charAt(from) == '[') return endOfBrackets(text, from);
		if (text.charAt(from) == '\'') {
			final int end = text.indexOf('\'', from + 1);
			if (end < 0) throw notClosed(text, from);
			return end + 1;
		}
		int at = from;
		while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
			at++;
		}
		return at;
	}

	private static int endOfBrackets(final String text, final int from) {
		int depth = 0;
		for (int at = from; at < text.length(); at++) {
			if (text.charAt(at) == '[') depth++;
			if (text.charAt(at) == ']') depth--;
			if (depth == 0) return at + 1;
		}
		throw notClosed(text, from);
	}

	private static WrongUsage notClosed(final String text, final int from) {
		return new WrongUsage("Expected a closing " + (text.charAt(from) == '['
			? "]" : "'") + " after '" + text.substring(from) + "'.");
	}

	private static String unquoted(final String value) {
		final boolean quoted = value.length() > 1 && (value.charAt(0) == '[' ||
			value.charAt(0) == '\'');
		return quoted ? value.substring(1, value.length() - 1) : value;
	}
}
