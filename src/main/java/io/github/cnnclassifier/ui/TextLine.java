
package io.github.cnnclassifier.ui;

import javax.swing.JLabel;

/**
 * A line of text that changes, and may be longer than there is room for: then
 * its tool tip tells all of it. Never taken for HTML. Used on the event thread.
 */
public final class TextLine extends JLabel {

	private static final long serialVersionUID = 1L;

	/** So much of a tool tip stands in a line. */
	private static final int LINE = 110;

	/** Empty, but as high as a line. */
	public TextLine() {
		putClientProperty("html.disable", Boolean.TRUE);
		setText("");
	}

	/** @param text null or empty for none */
	@Override
	public void setText(final String text) {
		final boolean none = text == null || text.isBlank();
		super.setText(none ? " " : text);
		setToolTipText(none ? null : tip(text));
	}

	/** A tool tip has one line, unless it is HTML. */
	private static String tip(final String text) {
		if (text.length() <= LINE) return Plain.text(text);
		final StringBuilder lines = new StringBuilder("<html>");
		int width = 0;
		for (final String word : text.split(" ")) {
			if (width > 0) lines.append(width + word.length() > LINE ? "<br>" : " ");
			width = width + word.length() > LINE ? word.length() : width + 1 + word
				.length();
			lines.append(word.replace("&", "&amp;").replace("<", "&lt;").replace(">",
				"&gt;"));
		}
		return lines.append("</html>").toString();
	}
}
