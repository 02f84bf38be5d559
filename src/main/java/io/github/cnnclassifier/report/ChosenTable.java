
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;

/** Some of the images of an evaluation as a table. */
public final class ChosenTable {

	private ChosenTable() {}

	/**
	 * @param result of an evaluation
	 * @param positions of predictions, in the order of the rows
	 * @return {@code file,actual,predicted,confidence}
	 */
	public static Table of(final EvaluationResult result, final int[] positions) {
		final Columns<LabeledPrediction> columns = new Columns<>();
		columns.add("file", LabeledPrediction::name);
		columns.add("actual", p -> result.labels().name(p.actual()));
		columns.add("predicted", p -> result.labels().name(p.predicted()));
		columns.add(ProbabilityColumns.CONFIDENCE, p -> p.prediction()
			.confidence());
		return columns.table(chosen(result, positions));
	}

	/**
	 * @param result of an evaluation
	 * @param positions of predictions
	 * @return a line for each: its confidence and its name
	 */
	public static List<String> lines(final EvaluationResult result,
		final int[] positions)
	{
		return chosen(result, positions).stream().map(p -> Decimals.four(p
			.prediction().confidence()) + " " + p.name()).toList();
	}

	private static List<LabeledPrediction> chosen(final EvaluationResult result,
		final int[] positions)
	{
		final List<LabeledPrediction> chosen = new ArrayList<>();
		IntStream.of(positions).forEach(i -> chosen.add(result.predictions().get(
			i)));
		return chosen;
	}
}
