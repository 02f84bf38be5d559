
package io.github.cnnclassifier.report;

import java.awt.FontMetrics;

/** Text cut to the room that there is. */
final class FittingText {

	private static final String ELLIPSIS = "\u2026";

	private FittingText() {}

	/** @return as much of the begin as fits */
	static String beginning(final FontMetrics font, final String text,
		final int width)
	{
		if (font.stringWidth(text) <= width) return text;
		int end = text.length();
		// a letter may be of two halves
		while (end > 0 && font.stringWidth(text.substring(0, end) +
			ELLIPSIS) > width)
			end = text.offsetByCodePoints(end, -1);
		return text.substring(0, end) + ELLIPSIS;
	}

	/** @return as much of the end as fits */
	static String end(final FontMetrics font, final String text,
		final int width)
	{
		if (font.stringWidth(text) <= width) return text;
		int begin = 0;
		while (begin < text.length() && font.stringWidth(ELLIPSIS + text.substring(
			begin)) > width)
			begin = text.offsetByCodePoints(begin, 1);
		return ELLIPSIS + text.substring(begin);
	}
}
