
package io.github.cnnclassifier.report;

import java.util.Optional;
import java.util.function.Function;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/**
 * The columns that say how sure a classifier is:
 * {@code confidence,p_<class>...}, the same in every table.
 */
public final class ProbabilityColumns {

	static final String CONFIDENCE = "confidence";

	private ProbabilityColumns() {}

	/**
	 * @param columns get these at their end
	 * @param labels of the model
	 * @param prediction of a row; empty if it has none, then the cells are empty.
	 *          Asking a cell throws {@link IllegalArgumentException} if the
	 *          number of probabilities is not that of the classes
	 */
	public static <R> void add(final Columns<R> columns, final ClassLabels labels,
		final Function<R, Optional<Prediction>> prediction)
	{
		columns.add(CONFIDENCE, row -> prediction.apply(row).<Object> map(
			p -> complete(labels, p).confidence()).orElse(""));
		for (int i = 0; i < labels.size(); i++) {
			final int label = i;
			columns.add(heading(labels.name(i)), row -> prediction.apply(row)
				.<Object> map(p -> p.probabilities()[label]).orElse(""));
		}
	}

	static String heading(final String label) {
		return "p_" + label;
	}

	private static Prediction complete(final ClassLabels labels,
		final Prediction prediction)
	{
		final int found = prediction.probabilities().length;
		if (found != labels.size()) throw new IllegalArgumentException("Expected " +
			labels.size() + " probabilities, got " + found);
		return prediction;
	}
}
