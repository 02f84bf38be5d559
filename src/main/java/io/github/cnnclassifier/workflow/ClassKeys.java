
package io.github.cnnclassifier.workflow;

import java.util.Locale;

/**
 * One key for each class: 1 to 9, then the letters from a to z. Further classes
 * have none.
 */
public final class ClassKeys {

	private static final String KEYS = "123456789abcdefghijklmnopqrstuvwxyz";

	private ClassKeys() {}

	/**
	 * @param index 0-based, of a class
	 * @return its key; empty if it has none
	 */
	public static String of(final int index) {
		return index < KEYS.length() ? KEYS.substring(index, index + 1) : "";
	}

	/**
	 * @param key that was typed, in either case
	 * @return the 0-based index of its class; -1 if it is of none
	 */
	public static int index(final char key) {
		return KEYS.indexOf(String.valueOf(key).toLowerCase(Locale.ROOT));
	}
}
