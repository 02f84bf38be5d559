
package io.github.cnnclassifier.report;

import io.github.cnnclassifier.evaluation.ConfusionMatrix;
import io.github.cnnclassifier.evaluation.EvaluationResult;

/** The confusion matrix as an HTML table: counts and row percentages. */
final class MatrixTable {

	/** More columns than this are no longer read by anyone. */
	static final int MOST_CLASSES = 30;

	/** More columns than this leave no room for percentages. */
	private static final int MOST_WITH_SHARES = 12;

	/** More letters than this do not fit on one line of headings. */
	private static final int MOST_LETTERS = 80;

	private final Html html;
	private final EvaluationResult result;
	private final ConfusionMatrix matrix;

	private MatrixTable(final Html html, final EvaluationResult result) {
		this.html = html;
		this.result = result;
		this.matrix = result.matrix();
	}

	/** @param result of at most {@link #MOST_CLASSES} classes */
	static void write(final Html html, final EvaluationResult result) {
		new MatrixTable(html, result).table();
	}

	private void table() {
		html.table("matrix" + look()).markup("<thead><tr>" +
			"<th class=\"axis\">actual \u2193</th><th class=\"axis\" colspan=\"" +
			matrix.classes() + "\">predicted \u2192</th><th></th></tr><tr><th></th>");
		for (final String name : result.labels().names()) {
			html.markup("<th scope=\"col\"><span>" + Html.escape(name) +
				"</span></th>");
		}
		html.markup("<th class=\"axis\">images</th></tr></thead><tbody>");
		for (int row = 0; row < matrix.classes(); row++) {
			row(row);
		}
		html.endTable();
		html.note("Number of images" + (shares() ? ", and their share of the row"
			: "") + ". Blue: right. Orange: wrong, shaded more strongly.");
	}

	private boolean shares() {
		return matrix.classes() <= MOST_WITH_SHARES;
	}

	private String look() {
		final int letters = String.join("", result.labels().names()).length();
		return (shares() ? "" : " dense") + (letters > MOST_LETTERS ? " upright"
			: "");
	}

	private void row(final int row) {
		html.markup("<tr>").element("th scope=\"row\"", result.labels().name(row));
		for (int column = 0; column < matrix.classes(); column++) {
			cell(row, column);
		}
		html.element("td class=\"sum\"", Long.toString(matrix.rowSum(row))).markup(
			"</tr>");
	}

	private void cell(final int row, final int column) {
		final long count = matrix.count(row, column);
		if (count == 0) {
			html.markup("<td class=\"none\">0</td>");
			return;
		}
		final MatrixShade shade = MatrixShade.of(matrix, row, column);
		html.markup("<td" + (shade.isDark() ? " class=\"dark\"" : "") +
			" style=\"background-color:" + shade.css() + "\">" + count + (shares()
				? "<small>" + Decimals.percent((double) count / matrix.rowSum(row)) +
					"</small>" : "") + "</td>");
	}
}
