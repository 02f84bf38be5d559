
package io.github.cnnclassifier.report;

import java.util.Optional;

/** What images the figures come from. */
record DataSection(Optional<DataSummary> summary) implements Section {

	@Override
	public void write(final Html html) {
		if (summary.isEmpty()) return;
		html.heading("Images");
		html.table(summary.get().classes());
		if (!summary.get().facts().isEmpty()) DetailsSection.rows(html, summary
			.get().facts());
	}
}
