
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The frame of our HTML pages, each one file that needs no other. */
final class Page {

	/** Shorter pages are seen at a glance. */
	private static final int FEWEST_CONTENTS = 5;

	private Page() {}

	/**
	 * @param title heading
	 * @param leads sentences below it
	 * @param top what everybody must see, in this order
	 * @param sections the rest, in this order
	 * @return the whole page
	 * @throws IOException if a picture cannot be drawn
	 */
	static String of(final String title, final List<String> leads,
		final List<Section> top, final List<Section> sections) throws IOException
	{
		final Html page = new Html();
		head(page, title);
		page.element("h1", title);
		leads.forEach(lead -> page.element("p class=\"lead\"", lead));
		for (final Section section : top)
			section.write(page);
		final Html rest = new Html();
		for (final Section section : sections)
			section.write(rest);
		contents(page, rest.sections());
		return page.markup(rest.toString()).markup("</body></html>").toString();
	}

	private static void head(final Html page, final String title)
		throws IOException
	{
		// The policy keeps text of strangers from ever loading anything.
		page.markup("<!DOCTYPE html>").markup(
			"<html lang=\"en\"><head><meta charset=\"UTF-8\">").markup(
				"<meta http-equiv=\"Content-Security-Policy\" content=\"" +
					"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">")
			.markup("<meta name=\"viewport\" content=\"width=device-width, " +
				"initial-scale=1\">").element("title", title).markup("<style>" +
					style() + "</style>").markup("</head><body>");
	}

	private static String style() throws IOException {
		try (InputStream css = Page.class.getResourceAsStream("report.css")) {
			return new String(css.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static void contents(final Html page, final List<String> headings) {
		if (headings.size() < FEWEST_CONTENTS) return;
		page.markup("<nav aria-label=\"Contents\">");
		for (final String heading : headings)
			page.element("a href=\"#" + Html.anchor(heading) + "\"", heading);
		page.markup("</nav>");
	}
}
