
package io.github.cnnclassifier.report;

import java.util.List;
import java.util.stream.IntStream;

import io.github.cnnclassifier.evaluation.UnlabeledPrediction;
import io.github.cnnclassifier.model.ClassLabels;

/** How many images were taken for each class, where nobody knows the truth. */
public final class PredictedCounts {

	private PredictedCounts() {}

	/**
	 * @param labels of the classifier
	 * @param predictions of images without classes
	 * @return a row for each class
	 */
	public static Table of(final ClassLabels labels,
		final List<UnlabeledPrediction> predictions)
	{
		final Columns<Integer> columns = new Columns<>();
		columns.add("class", labels::name);
		columns.add("predicted", label -> predictions.stream().filter(p -> p
			.prediction().labelIndex() == label).count());
		return columns.table(IntStream.range(0, labels.size()).boxed().toList());
	}
}
