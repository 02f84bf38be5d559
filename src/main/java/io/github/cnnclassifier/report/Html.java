
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import io.github.cnnclassifier.failure.Legible;

/**
 * Builds the text of an HTML page. Every text given to it is escaped; tags and
 * attributes are ours and are not.
 */
final class Html {

	private final StringBuilder page = new StringBuilder();
	private final List<String> headings = new ArrayList<>();

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
		return whole(tag, escape(text));
	}

	/**
	 * An element with a sentence in it. What stands between curly quotes keeps
	 * its direction of writing to itself.
	 *
	 * @param tag name and attributes
	 */
	Html sentence(final String tag, final String text) {
		return whole(tag, escape(text).replaceAll("\u201c([^\u201d]*)\u201d",
			"\u201c<bdi>$1</bdi>\u201d"));
	}

	private Html whole(final String tag, final String markup) {
		final int space = tag.indexOf(' ');
		final String name = space < 0 ? tag : tag.substring(0, space);
		return markup("<" + tag + ">" + markup + "</" + name + ">");
	}

	/** Begins a section, which the contents list. */
	Html heading(final String text) {
		headings.add(text);
		return element("h2 id=\"" + anchor(text) + "\"", text);
	}

	/** @return of all sections, in order */
	List<String> sections() {
		return List.copyOf(headings);
	}

	/** @return of a heading, to jump to */
	static String anchor(final String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
	}

	/** Small print. */
	Html note(final String text) {
		return sentence("p class=\"note\"", text);
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

	/** A picture as wide as the text. */
	Html chart(final String alternative, final byte[] png) {
		return png("width=\"" + ChartStyle.WIDTH + "\"", alternative, png);
	}

	/**
	 * Begins a table, which scrolls by itself where it is wider than the page.
	 *
	 * @param look its classes, ours; may be empty
	 */
	Html table(final String look) {
		return markup("<div class=\"wide\" tabindex=\"0\"><table" + (look.isEmpty()
			? "" : " class=\"" + look + "\"") + ">");
	}

	/** Ends the body of a table, and the table. */
	Html endTable() {
		return markup("</tbody></table></div>");
	}

	/** A whole table: numbers to the right, texts to the left. */
	Html table(final Table table) {
		return table(table, table.rows().size());
	}

	/**
	 * The begin of a table.
	 *
	 * @param most rows; of a longer table it is said that there are more
	 */
	Html table(final Table table, final int most) {
		table("");
		markup("<thead><tr>");
		for (int i = 0; i < table.headings().size(); i++)
			element("th scope=\"col\"" + (isText(table, i) ? " class=\"words\"" : ""),
				table.headings().get(i).replace('_', ' '));
		markup("</tr></thead><tbody>");
		table.rows().stream().limit(most).forEach(row -> {
			markup("<tr>").element("th scope=\"row\"", Table.text(row.get(0)));
			for (int i = 1; i < row.size(); i++)
				element("td" + (isText(table, i) ? " class=\"words\"" : ""), Table.text(
					row.get(i)));
			markup("</tr>");
		});
		endTable();
		return table.rows().size() > most ? note("The first " + most + " of " +
			table.rows().size() + ".") : this;
	}

	private static boolean isText(final Table table, final int column) {
		return column == 0 || table.rows().stream().map(row -> row.get(column))
			.anyMatch(cell -> cell instanceof final String text && !text.isEmpty());
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

	/** The first row of a table, and the begin of its body. */
	Html headings(final String... cells) {
		page.append("<thead><tr>");
		for (final String cell : cells) {
			element("th scope=\"col\"", cell);
		}
		return markup("</tr></thead><tbody>");
	}

	@Override
	public String toString() {
		return page.toString();
	}

	/**
	 * Text as it may stand between tags and in quoted attributes. What is not
	 * seen, or turns the direction of what follows, is written out.
	 */
	static String escape(final String text) {
		final String shown = Legible.lines(text);
		final StringBuilder escaped = new StringBuilder(shown.length() + 16);
		for (int i = 0; i < shown.length(); i++) {
			final char c = shown.charAt(i);
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
