
package io.github.cnnclassifier.report;

/** A paragraph that can be taken over into a paper. */
record MethodsSection(String text) implements Section {

	@Override
	public void write(final Html html) {
		if (text.isEmpty()) return;
		html.heading("Methods paragraph");
		html.note("For a paper, with the numbers of this run; it is also in " +
			ReportFiles.METHODS + ". Add where the images come from, and how they " +
			"were labeled.");
		html.sentence("p class=\"methods\"", text);
	}
}
