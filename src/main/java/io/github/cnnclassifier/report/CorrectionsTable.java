
package io.github.cnnclassifier.report;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.dataset.source.AppliedCorrections;
import io.github.cnnclassifier.dataset.source.Correction;

/**
 * Which images have another class than their folder or list says, and who says
 * so.
 */
public final class CorrectionsTable {

	static final String FILE = "corrections_used.csv";

	private CorrectionsTable() {}

	/**
	 * @param corrections that count
	 * @return a row for each: {@code file,from,to,decision,who,when}
	 */
	static Table of(final List<Correction> corrections) {
		final Columns<Correction> columns = new Columns<>();
		columns.add("file", Correction::path);
		columns.add("from", Correction::from);
		columns.add("to", correction -> correction.leavesOut() ? "left out"
			: correction.to());
		columns.add("decision", correction -> correction.decision().label());
		columns.add("who", Correction::who);
		columns.add("when", correction -> correction.when() == null ? ""
			: DateTimeFormatter.ISO_INSTANT.format(correction.when()));
		return columns.table(corrections);
	}

	/**
	 * @param applied what a list of corrections has changed
	 * @return what a report shows of it; empty if nothing was changed
	 */
	public static Optional<ReportPart> part(final AppliedCorrections applied) {
		if (applied.applied().isEmpty()) return Optional.empty();
		return Optional.of(new ReportPart(ReportPlace.CORRECTIONS, List.of(
			"Classes that people have corrected, of all images that were named: of " +
				"the class to, or left out. Their files are as they were."), List.of(),
			List.of(new ReportPart.FileTable(FILE, of(applied.applied()), true))));
	}
}
