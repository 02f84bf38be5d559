
package io.github.cnnclassifier.dataset.source;

import java.util.regex.Pattern;

/** Makes names of files and folders that every system allows. */
public final class SafeName {

	private static final int LONGEST = 80;
	private static final Pattern FORBIDDEN = Pattern.compile(
		"[<>:\"/\\\\|?*\\p{Cntrl}]");
	/** Windows cuts them off the end; hidden files begin with a dot. */
	private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");
	private static final Pattern EXTENSION = Pattern.compile(
		"(?<=.)\\.[A-Za-z][A-Za-z0-9]{1,4}$");
	private static final Pattern DEVICE = Pattern.compile(
		"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

	private SafeName() {}

	/**
	 * @param name any text
	 * @return the same text if it is allowed everywhere; else with '_' instead of
	 *         what is not, at most 80 characters, never empty
	 */
	public static String of(final String name) {
		String safe = FORBIDDEN.matcher(name).replaceAll("_");
		if (safe.length() > LONGEST) safe = safe.substring(0, Character
			.isHighSurrogate(safe.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
		safe = EDGES.matcher(safe).replaceAll("");
		if (safe.isEmpty()) return "_";
		return DEVICE.matcher(safe).matches() ? "_" + safe : safe;
	}

	/**
	 * @param title of an image, usually the name of its file
	 * @return the same, safe, without ".tif" and the like
	 */
	public static String ofTitle(final String title) {
		return of(EXTENSION.matcher(title).replaceFirst(""));
	}
}
