
package io.github.cnnclassifier.report;

import java.util.List;

/** Labels and values under a heading; nothing if there are none. */
record DetailsSection(String heading, List<LabelValue> details)
		implements
			Section
{

	@Override
	public void write(final Html html) {
		if (details.isEmpty()) return;
		html.heading(heading);
		rows(html, details);
	}

	static void rows(final Html html, final List<LabelValue> details) {
		html.table("text details").markup("<tbody>");
		details.forEach(line -> html.row(line.label(), line.value()));
		html.endTable();
	}
}
