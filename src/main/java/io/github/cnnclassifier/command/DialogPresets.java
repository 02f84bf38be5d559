
package io.github.cnnclassifier.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What stands in the next dialog of a command, when another window of ours
 * opens it. The person at the dialog may change it, and it is recorded as if it
 * had been typed.
 */
public final class DialogPresets {

	private static final Map<String, Map<String, Object>> NEXT =
		new ConcurrentHashMap<>();

	private DialogPresets() {}

	/**
	 * @param command whose next dialog it is
	 * @param values by key; copied
	 */
	static void put(final Class<? extends ClassifierCommand> command,
		final Map<String, Object> values)
	{
		NEXT.put(command.getName(), new LinkedHashMap<>(values));
	}

	/**
	 * @param className of a command
	 * @return values by key; empty if nothing is preset, or it was taken before
	 */
	public static Map<String, Object> take(final String className) {
		final Map<String, Object> values = NEXT.remove(className);
		return values == null ? Map.of() : values;
	}
}
