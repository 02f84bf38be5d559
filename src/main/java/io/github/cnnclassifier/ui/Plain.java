
package io.github.cnnclassifier.ui;

/** Text that Swing takes for text. */
public final class Plain {

	private Plain() {}

	/**
	 * @param text any, possibly of a file of somebody else
	 * @return the same, which Swing does not take for HTML
	 */
	public static String text(final String text) {
		// labels and tool tips become HTML by how they begin
		return text.regionMatches(true, 0, "<html", 0, 5) ? "\u200b" + text : text;
	}
}
