
package io.github.cnnclassifier.report;

import io.github.cnnclassifier.evaluation.EvaluationResult;

/**
 * The confusion matrix: as a table, or of many classes as a picture and the
 * pairs of classes that are mistaken most often.
 */
record MatrixSection(EvaluationResult result) implements Section {

	private static final int MOST_PAIRS = 20;

	@Override
	public void write(final Html html) {
		html.heading("Confusion matrix");
		final int classes = result.matrix().classes();
		if (classes <= MatrixTable.MOST_CLASSES) {
			MatrixTable.write(html, result);
			return;
		}
		if (classes <= MatrixPicture.MOST_CLASSES) {
			html.png("class=\"matrixpicture\"", "Confusion matrix of " + classes +
				" classes: actual ones in rows, predicted ones in columns",
				MatrixPicture.png(result));
			html.note("Blue: right. Orange: wrong, shaded more strongly. Larger in " +
				ReportFiles.MATRIX_PICTURE + ".");
		}
		html.note("The matrix of " + classes +
			" classes is too large for a table here; see " + ReportFiles.MATRIX +
			".");
		final Table pairs = Confusions.of(result, MOST_PAIRS);
		if (pairs.rows().isEmpty()) return;
		html.element("h3", "Most frequent confusions");
		html.table(pairs);
	}
}
