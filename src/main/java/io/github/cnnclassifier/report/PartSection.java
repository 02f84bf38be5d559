
package io.github.cnnclassifier.report;

/** A part that not every report has. */
record PartSection(ReportPart part) implements Section {

	/** Longer tables are read in their files. */
	private static final int MOST_ROWS = 50;

	@Override
	public void write(final Html html) {
		html.heading(part.place().heading());
		part.notes().forEach(note -> html.sentence("p", note));
		part.pictures().forEach(picture -> html.chart(picture.alternative(), picture
			.png()));
		part.tables().stream().filter(ReportPart.FileTable::isShown).forEach(
			table -> {
				final Table whole = table.table();
				final int rows = whole.rows().size();
				html.table(rows > MOST_ROWS ? new Table(whole.headings(), whole.rows()
					.subList(0, MOST_ROWS)) : whole);
				if (rows > MOST_ROWS) html.note("The first " + MOST_ROWS + " of " +
					rows + " rows; all are in " + table.file() + ".");
			});
	}
}
