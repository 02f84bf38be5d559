
package io.github.cnnclassifier.imagej;

/** Breaks a message into lines, as ImageJ's windows show one as it comes. */
public final class MessageLines {

	/** Fits a screen of 1,024 pixels. */
	private static final int COLUMNS = 90;

	private MessageLines() {}

	/**
	 * @return the message with line breaks instead of some blanks; its own breaks
	 *         stay, and a word that is longer than a line, as a path may be, is
	 *         not broken
	 */
	public static String of(final String message) {
		final StringBuilder lines = new StringBuilder();
		int column = 0;
		for (final String word : message.split("(?<=[ \n])")) {
			final int length = word.stripTrailing().length();
			if (column > 0 && column + length > COLUMNS) {
				lines.setCharAt(lines.length() - 1, '\n');
				column = 0;
			}
			lines.append(word);
			column = word.endsWith("\n") ? 0 : column + word.length();
		}
		return lines.toString();
	}
}
