
package io.github.cnnclassifier.report;

import java.util.Optional;
import java.util.function.Function;

import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;

/**
 * The column that says how unlike the training images an image is: above 1 it
 * is unlike. The same in every table, and missing where a model does not tell.
 */
public final class UnlikeColumn {

	static final String UNLIKE = "unlike";

	private UnlikeColumn() {}

	/**
	 * @param columns get it at their end, if it is wanted
	 * @param threshold settled for the model
	 * @param prediction of a row; empty if it has none, then the cell is empty
	 */
	public static <R> void add(final Columns<R> columns,
		final Threshold threshold,
		final Function<R, Optional<Prediction>> prediction)
	{
		if (threshold.tellsUnlike()) columns.add(UNLIKE, row -> prediction.apply(
			row).<Object> map(Prediction::unlike).orElse(""));
	}
}
