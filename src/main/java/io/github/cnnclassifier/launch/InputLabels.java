
package io.github.cnnclassifier.launch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.scijava.module.ModuleItem;

/** Puts messages that name keys into the words of somebody who sees labels. */
final class InputLabels {

	private InputLabels() {}

	/**
	 * @param message that may name keys as 'key', key=value or "Expected key to
	 *          be"
	 * @param items whose keys are replaced
	 * @return with labels instead
	 */
	static String in(final String message, final List<ModuleItem<?>> items) {
		String text = message;
		for (final ModuleItem<?> item : items) {
			final String label = "'" + GenericDialogHarvester.label(item) + "'";
			text = key(item).matcher(text).replaceAll(found -> Matcher
				.quoteReplacement(found.group().endsWith("=") ? label + " = " : label));
		}
		return text;
	}

	/** @return where a message names the key first; -1 if it does not */
	static int indexOf(final String message, final ModuleItem<?> item) {
		final Matcher found = key(item).matcher(message);
		return found.find() ? found.start() : -1;
	}

	private static Pattern key(final ModuleItem<?> item) {
		final String key = Pattern.quote(item.getName());
		return Pattern.compile("'" + key + "'|(?<![\\w'])" + key +
			"=(?=\\S)|(?<=Expected )" + key + "(?= to (be|end) )");
	}
}
