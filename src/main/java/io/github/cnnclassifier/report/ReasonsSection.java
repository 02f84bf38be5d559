
package io.github.cnnclassifier.report;

import java.util.List;

/**
 * Files and why they are not in the figures.
 *
 * @param heading of the section
 * @param rows each a file and its reason; none: no section
 * @param all the table with all of them, where there are too many to show
 */
record ReasonsSection(String heading, List<LabelValue> rows, String all)
		implements
			Section
{

	/** Longer lists are in the tables beside the page. */
	private static final int MOST_ROWS = 100;

	@Override
	public void write(final Html html) {
		if (rows.isEmpty()) return;
		html.heading(heading);
		if (rows.size() > MOST_ROWS) html.note("The first " + MOST_ROWS + " of " +
			rows.size() + "; all are in " + all + ".");
		html.table("text").headings("File", "Reason");
		rows.stream().limit(MOST_ROWS).forEach(row -> html.row(row.label(), row
			.value()));
		html.endTable();
	}
}
