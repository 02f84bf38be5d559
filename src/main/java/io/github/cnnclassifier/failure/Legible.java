
package io.github.cnnclassifier.failure;

/**
 * Makes text that somebody else wrote fit to be shown: a name out of a file may
 * hold what moves the cursor of a terminal, breaks a line or turns the
 * direction of writing, and may be millions of characters long. Such characters
 * are shown as {@code \}{@code u001b}.
 */
public final class Legible {

	/** Of a text that is quoted in a message. */
	private static final int LONGEST_QUOTE = 100;
	/** Of a whole message, which fits a screen. */
	private static final int LONGEST_MESSAGE = 4000;
	/** What to do stands at the end of a message. */
	private static final int KEPT_END = 1000;
	private static final String GAP = "...";

	private Legible() {}

	/**
	 * @param text any
	 * @return whether it can be shown in a line as it is
	 */
	public static boolean isLine(final String text) {
		return text.chars().noneMatch(Legible::isHidden);
	}

	/**
	 * @param text any
	 * @return the same in one line, of any length
	 */
	public static String line(final String text) {
		return isLine(text) ? text : escaped(text, false);
	}

	/**
	 * @param text any
	 * @return the same; line breaks and tabs stay
	 */
	public static String lines(final String text) {
		return isLine(text) ? text : escaped(text, true);
	}

	/**
	 * @param text any; null is shown as such
	 * @return the same in one line of at most 100 characters and an ellipsis, to
	 *         be quoted in a message
	 */
	public static String quote(final Object text) {
		return cut(line(cut(String.valueOf(text))));
	}

	private static String cut(final String text) {
		return text.length() <= LONGEST_QUOTE + GAP.length() ? text : text
			.substring(0, LONGEST_QUOTE) + GAP;
	}

	/**
	 * @param text of an error; null stays null
	 * @return the same without its middle, if it is longer than 4,000 characters
	 */
	static String message(final String text) {
		if (text == null) return null;
		// once before, so that millions are not copied; what is escaped is longer
		return withoutMiddle(lines(withoutMiddle(text)));
	}

	private static String withoutMiddle(final String text) {
		if (text.length() <= LONGEST_MESSAGE) return text;
		return text.substring(0, LONGEST_MESSAGE - KEPT_END) + " " + GAP + " " +
			text.substring(text.length() - KEPT_END + 2 + GAP.length());
	}

	private static String escaped(final String text, final boolean layout) {
		final StringBuilder legible = new StringBuilder();
		for (final char c : text.toCharArray()) {
			if (isHidden(c) && !(layout && (c == '\n' || c == '\t'))) legible.append(
				"\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
			else legible.append(c);
		}
		return legible.toString();
	}

	/** Control characters, line breaks, and marks that turn the direction. */
	private static boolean isHidden(final int c) {
		return Character.isISOControl(c) || c >= '\u2028' && c <= '\u202E' ||
			c >= '\u2066' && c <= '\u2069';
	}
}
