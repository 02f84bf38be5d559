
package io.github.cnnclassifier.report;

import io.github.cnnclassifier.model.Prediction;

/**
 * A row of the table of a classified folder.
 *
 * @param name what stands in the column {@code file}
 * @param answer 0-based index of the class, the number of classes for unknown,
 *          {@link #FAILED} for a file without an answer
 * @param prediction with the four decimals of the table; null if it failed
 */
public record PredictionRow(String name, int answer, Prediction prediction) {

	/** In the place of an answer. */
	public static final int FAILED = -1;

	/** @return whether there is no answer, but an error */
	public boolean isFailed() {
		return answer == FAILED;
	}
}
