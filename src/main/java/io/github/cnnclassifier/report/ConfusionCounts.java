
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.evaluation.ConfusionMatrix;
import io.github.cnnclassifier.evaluation.EvaluationResult;

/** The confusion matrix as a table: actual classes in rows, counts in cells. */
public final class ConfusionCounts {

	/** The heading of the names of the rows. */
	private static final String CORNER = "actual\\predicted";

	private ConfusionCounts() {}

	/**
	 * @param result of an evaluation
	 * @return a row and a column for each class, in the order of the model
	 */
	public static Table of(final EvaluationResult result) {
		final List<String> headings = new ArrayList<>();
		headings.add(CORNER);
		headings.addAll(result.labels().names());
		final ConfusionMatrix matrix = result.matrix();
		final List<List<Object>> rows = new ArrayList<>();
		for (int actual = 0; actual < matrix.classes(); actual++) {
			final List<Object> row = new ArrayList<>();
			row.add(result.labels().name(actual));
			for (int predicted = 0; predicted < matrix.classes(); predicted++) {
				row.add(matrix.count(actual, predicted));
			}
			rows.add(row);
		}
		return new Table(headings, rows);
	}
}
