
package io.github.cnnclassifier.launch;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * The options of a macro's run() function: words {@code key=value},
 * {@code key=[value with spaces]}, {@code key='value'} and bare flags. Keys are
 * equal whatever their case. What {@link #written} writes, {@link #parse}
 * reads, and so does ImageJ.
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
	 * Values as they stand in a recorded line, in brackets or quotes where they
	 * need them, not yet escaped for a string of the macro language.
	 *
	 * @param values by key, in the order of the line
	 * @return the same keys in lower case
	 * @throws WrongUsage if the line could not be read back
	 */
	static Map<String, String> written(final Map<String, String> values) {
		final Map<String, String> written = new LinkedHashMap<>();
		final StringBuilder line = new StringBuilder();
		for (final Map.Entry<String, String> entry : values.entrySet()) {
			final String key = entry.getKey().toLowerCase(Locale.ROOT);
			// ImageJ takes the first place where it finds the key
			if (line.indexOf(key + "=") >= 0) throw notWritable(entry.getKey(), entry
				.getValue(), "as an earlier value has '" + key + "=' in it");
			final String text = quoted(entry.getKey(), entry.getValue());
			written.put(key, text);
			line.append(key).append('=').append(text).append(' ');
		}
		return written;
	}

	private static String quoted(final String key, final String value) {
		final boolean plain = value.chars().noneMatch(Character::isWhitespace) &&
			!value.startsWith("[") && !value.startsWith("'");
		if (plain) return value;
		if (hasPairsOnly(value)) return "[" + value + "]";
		// ImageJ's recorder puts brackets around whatever has a blank
		if (value.indexOf(' ') < 0 && value.indexOf('\'') < 0) return "'" + value +
			"'";
		throw notWritable(key, value, "as its brackets do not come in pairs");
	}

	private static boolean hasPairsOnly(final String value) {
		int open = 0;
		for (int at = 0; at < value.length(); at++) {
			if (value.charAt(at) == '[') open++;
			if (value.charAt(at) == ']' && open-- == 0) return false;
		}
		return open == 0;
	}

	private static WrongUsage notWritable(final String key, final String value,
		final String reason)
	{
		return new WrongUsage("This run is not recorded: the options of a macro " +
			"cannot hold '" + key + "', " + reason + ". Found '" + value +
			"'. The run itself goes on; to record it, change that text.");
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
