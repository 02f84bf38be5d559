
package io.github.cnnclassifier.imagej;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * A line of a macro or script that runs a command, as ImageJ's recorder writes
 * it. ImageJ and our commands read back what stands here, or nothing is
 * written.
 */
public final class RunLine {

	private RunLine() {}

	/**
	 * @param label of the command in the menu
	 * @param values by key, in the order of the line
	 * @return a line of the macro language
	 * @throws WrongUsage if the line could not be read back
	 */
	public static String ofMacro(final String label,
		final Map<String, String> values)
	{
		return "run(\"" + label + "\", \"" + options(values) + "\");";
	}

	/**
	 * @param label of the command in the menu
	 * @param values by key, in the order of the line
	 * @param ofImage whether the command works on an open image
	 * @return a line of the scripts that the recorder writes
	 * @throws WrongUsage if the line could not be read back
	 */
	public static String ofScript(final String label,
		final Map<String, String> values, final boolean ofImage)
	{
		return (ofImage ? "IJ.run(imp, \"" : "IJ.run(\"") + label + "\", \"" +
			options(values) + "\");";
	}

	private static String options(final Map<String, String> values) {
		final StringJoiner options = new StringJoiner(" ");
		written(values).forEach((key, value) -> options.add(key + "=" + escaped(
			value)));
		return options.toString();
	}

	/**
	 * Values as they stand in a recorded line, in brackets or quotes where they
	 * need them, not yet escaped for a string of the macro language.
	 *
	 * @param values by key, in the order of the line
	 * @return the same keys in lower case
	 * @throws WrongUsage if the line could not be read back
	 */
	public static Map<String, String> written(final Map<String, String> values) {
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
	 * @param text any
	 * @return as it stands in a string of the macro language
	 */
	public static String escaped(final String text) {
		return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
			.replace("\t", "\\t").replace("\r", "\\r");
	}
}
