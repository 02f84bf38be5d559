
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.List;
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
	 * @param labels of the model
	 * @param prediction of a row; empty if it has none, then the cells are empty.
	 *          Asking a cell throws {@link IllegalArgumentException} if the
	 *          number of probabilities is not that of the classes
	 * @return the columns
	 */
	public static <R> List<Column<R>> of(final ClassLabels labels,
		final Function<R, Optional<Prediction>> prediction)
	{
		final List<Column<R>> columns = new ArrayList<>();
		columns.add(new Column<>(CONFIDENCE, row -> prediction.apply(row)
			.<Object> map(p -> complete(labels, p).confidence()).orElse("")));
		for (int i = 0; i < labels.size(); i++) {
			final int label = i;
			columns.add(new Column<>(heading(labels.name(i)), row -> prediction.apply(
				row).<Object> map(p -> p.probabilities()[label]).orElse("")));
		}
		return columns;
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
