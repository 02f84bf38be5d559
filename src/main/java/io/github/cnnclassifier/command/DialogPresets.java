
package io.github.cnnclassifier.command;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.cnnclassifier.imagej.EndingRun;
import io.github.cnnclassifier.imagej.MenuClick;

/**
 * What stands in the dialog of a command that another window of ours opens. The
 * person at the dialog may change it, and it is recorded as if it had been
 * typed.
 *
 * @param values by key; copied
 */
public record DialogPresets(Map<String, Object> values) {

	/** Copies the values. */
	public DialogPresets {
		values = new LinkedHashMap<>(values);
	}

	/**
	 * Opens the dialog as the menu does, and returns at once.
	 *
	 * @param label of the command in the menu
	 * @param values by key
	 */
	static void open(final String label, final Map<String, Object> values) {
		MenuClick.start(label, new DialogPresets(values));
	}

	/**
	 * The same, for a run that ends at once.
	 *
	 * @param run behind which the dialog opens
	 * @param label of the command in the menu
	 * @param values by key
	 */
	static void openBehind(final EndingRun run, final String label,
		final Map<String, Object> values)
	{
		MenuClick.startBehind(run, label, new DialogPresets(values), () -> {});
	}

	/**
	 * @return values by key, for the run on this thread; empty if nothing is
	 *         preset, or it was taken before
	 */
	public static Map<String, Object> take() {
		return MenuClick.take(DialogPresets.class).map(DialogPresets::values)
			.orElse(Map.of());
	}
}
