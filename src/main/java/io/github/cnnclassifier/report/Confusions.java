
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.cnnclassifier.evaluation.ConfusionMatrix;
import io.github.cnnclassifier.evaluation.EvaluationResult;

/** Which classes are taken for which other ones, the most frequent first. */
final class Confusions {

	private record Pair(int actual, int predicted, long count) {
	}

	private Confusions() {}

	/** @return a row for each pair that occurs, at most so many */
	static Table of(final EvaluationResult result, final int most) {
		final ConfusionMatrix matrix = result.matrix();
		final List<Pair> pairs = new ArrayList<>();
		for (int row = 0; row < matrix.classes(); row++)
			for (int column = 0; column < matrix.classes(); column++)
				if (row != column && matrix.count(row, column) > 0) pairs.add(new Pair(
					row, column, matrix.count(row, column)));
		// the sort is stable: equal ones stay in the order of the classes
		pairs.sort(Comparator.comparingLong(pair -> -pair.count()));
		final Columns<Pair> columns = new Columns<>();
		columns.add("actual", pair -> result.labels().name(pair.actual()));
		columns.add("predicted", pair -> result.labels().name(pair.predicted()));
		columns.add("images", Pair::count);
		columns.add("of_the_class", pair -> Decimals.percent((double) pair.count() /
			matrix.rowSum(pair.actual())));
		return columns.table(pairs.subList(0, Math.min(most, pairs.size())));
	}
}
