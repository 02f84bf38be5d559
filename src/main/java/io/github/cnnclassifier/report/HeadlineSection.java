
package io.github.cnnclassifier.report;

import java.util.List;

/** The few figures that are looked at first, in large letters. */
record HeadlineSection(List<Figure> figures, List<String> notes)
		implements
			Section
{

	/**
	 * One of them.
	 *
	 * @param name of the figure
	 * @param value as text
	 * @param note below it, in a few words
	 */
	record Figure(String name, String value, String note) {
	}

	@Override
	public void write(final Html html) {
		html.markup("<div class=\"headline\">");
		for (final Figure figure : figures)
			html.markup("<div class=\"figure\">").element("span", figure.name())
				.element("b", figure.value()).element("span", figure.note()).markup(
					"</div>");
		html.markup("</div>");
		notes.forEach(html::note);
	}
}
