
package io.github.cnnclassifier.report;

import java.util.Base64;

/**
 * Builds the text of an HTML page. Every text given to it is escaped; tags and
 * attributes are ours and are not.
 */
final class Html {

	private final StringBuilder page = new StringBuilder();

	/** Markup of ours, with a line end. */
	Html markup(final String tags) {
		page.append(tags).append('\n');
		return this;
	}

	/**
	 * An element with plain text in it.
	 *
	 * @param tag name and attributes, for instance {@code td class="number"}
	 */
	Html element(final String tag, final String text) {
		final int space = tag.indexOf(' ');
		final String name = space < 0 ? tag : tag.substring(0, space);
		return markup("<" + tag + ">" + escape(text) + "</" + name + ">");
	}

	/**
	 * A picture inside of the page.
	 *
	 * @param attributes ours, for instance {@code width="20"}; may be empty
	 * @param alternative what it shows, in words
	 * @param png the picture
	 */
	Html png(final String attributes, final String alternative,
		final byte[] png)
	{
		return markup("<img " + attributes + " alt=\"" + escape(alternative) +
			"\" src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(
				png) + "\">");
	}

	/** A table row whose first cell heads it. */
	Html row(final String head, final String... cells) {
		page.append("<tr>");
		element("th scope=\"row\"", head);
		for (final String cell : cells) {
			element("td", cell);
		}
		return markup("</tr>");
	}

	/** The first row of a table. */
	Html headings(final String... cells) {
		page.append("<thead><tr>");
		for (final String cell : cells) {
			element("th scope=\"col\"", cell);
		}
		return markup("</tr></thead>");
	}

	@Override
	public String toString() {
		return page.toString();
	}

	/** Text as it may stand between tags and in quoted attributes. */
	static String escape(final String text) {
		final StringBuilder escaped = new StringBuilder(text.length() + 16);
		for (int i = 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			switch (c) {
				case '&' -> escaped.append("&amp;");
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '"' -> escaped.append("&quot;");
				case '\'' -> escaped.append("&#39;");
				default -> escaped.append(c);
			}
		}
		return escaped.toString();
	}
}
