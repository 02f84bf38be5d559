
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The beginning of our HTML pages, up to and with the body tag. */
final class PageHead {

	private PageHead() {}

	static void write(final Html html, final String title) throws IOException {
		// The policy keeps text of strangers from ever loading anything.
		html.markup("<!DOCTYPE html>").markup(
			"<html lang=\"en\"><head><meta charset=\"UTF-8\">").markup(
				"<meta http-equiv=\"Content-Security-Policy\" content=\"" +
					"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">")
			.markup("<meta name=\"viewport\" content=\"width=device-width\">")
			.element("title", title).markup("<style>" + style() + "</style>").markup(
				"</head><body>");
	}

	private static String style() throws IOException {
		try (InputStream css = PageHead.class.getResourceAsStream("report.css")) {
			return new String(css.readAllBytes(), StandardCharsets.UTF_8);
		}
	}
}
