
package io.github.cnnclassifier.report;

import java.util.List;

import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.dataset.inspect.Severity;

/** An inspection as lines of text, for scripts and logs. */
public final class InspectionLines {

	private InspectionLines() {}

	/**
	 * @param audit an inspection
	 * @return {@code images=... classes=... unreadable=... skipped=...
	 *         problems=... warnings=...}, the line that scripts rely on
	 */
	public static String figures(final DataAudit audit) {
		return "images=" + audit.data().images().size() + " classes=" + audit
			.classes().stream().filter(c -> !c.label().isEmpty()).count() +
			" unreadable=" + audit.data().failed().size() + " skipped=" + audit.data()
				.source().skipped().size() + " problems=" + audit.count(
					Severity.PROBLEM) + " warnings=" + audit.count(Severity.WARNING);
	}

	/**
	 * @param audit an inspection
	 * @return a line per finding that begins with "problem: ", "warning: " or
	 *         "note: ", problems first
	 */
	public static List<String> findings(final DataAudit audit) {
		return audit.findings().stream().map(finding -> finding.severity().label() +
			": " + finding.text()).toList();
	}
}
