
package io.github.cnnclassifier.launch;

import java.util.List;
import java.util.regex.Matcher;

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
			final String key = item.getName();
			final String label = "'" + GenericDialogHarvester.label(item) + "'";
			text = text.replace("'" + key + "'", label).replaceAll("(?<![\\w'])" +
				key + "=(?=\\S)", Matcher.quoteReplacement(label + " = ")).replaceAll(
					"(?<=Expected )" + key + "(?= to (be|end) )", Matcher
						.quoteReplacement(label));
		}
		return text;
	}
}
