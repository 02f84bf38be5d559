
package io.github.cnnclassifier.report;

import java.util.List;

/** What makes figures doubtful, before anything else. */
record WarningsSection(List<String> warnings) implements Section {

	@Override
	public void write(final Html html) {
		if (warnings.isEmpty()) return;
		html.markup("<div class=\"warnings\" role=\"note\"><ul>");
		warnings.forEach(text -> html.sentence("li", text));
		html.markup("</ul></div>");
	}
}
