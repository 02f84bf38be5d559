
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/**
 * The columns that say how sure a classifier is:
 * {@code confidence,p_<class>...}, the same in every table.
 */
public final class ProbabilityColumns {

	private ProbabilityColumns() {}

	/**
	 * @param labels of the model
	 * @return the headings
	 */
	public static List<String> headings(final ClassLabels labels) {
		final List<String> headings = new ArrayList<>(List.of("confidence"));
		labels.names().forEach(name -> headings.add("p_" + name));
		return headings;
	}

	/**
	 * @param labels of the model
	 * @param prediction one probability per class
	 * @return a cell for each heading
	 * @throws IllegalArgumentException if the number of probabilities is not that
	 *           of the classes
	 */
	public static List<Float> cells(final ClassLabels labels,
		final Prediction prediction)
	{
		final float[] probabilities = prediction.probabilities();
		if (probabilities.length != labels.size())
			throw new IllegalArgumentException("Expected " + labels.size() +
				" probabilities, got " + probabilities.length);
		final List<Float> cells = new ArrayList<>(labels.size() + 1);
		cells.add(prediction.confidence());
		for (final float probability : probabilities) {
			cells.add(probability);
		}
		return cells;
	}

	/**
	 * @param labels of the model
	 * @return as many cells, for a row without a prediction
	 */
	public static List<String> empty(final ClassLabels labels) {
		return Collections.nCopies(labels.size() + 1, "");
	}
}
