
package io.github.cnnclassifier.report;

import java.util.Locale;

import io.github.cnnclassifier.evaluation.CoverageCurve;
import io.github.cnnclassifier.evaluation.CoverageCurve.Point;
import io.github.cnnclassifier.evaluation.Interval;
import io.github.cnnclassifier.evaluation.Reliability;
import io.github.cnnclassifier.evaluation.Reliability.Bin;

/** The data behind the charts of confidence. */
final class ConfidenceTables {

	/** More rows than that tell nothing new. */
	private static final int MOST_ROWS = 1000;

	private ConfidenceTables() {}

	/** @return a row for each bin, also for empty ones */
	static Table of(final Reliability reliability) {
		final Columns<Bin> columns = new Columns<>();
		columns.add("above", Bin::low);
		columns.add("to", Bin::high);
		columns.add("images", Bin::count);
		columns.add("confidence", Bin::confidence);
		columns.add("accuracy", Bin::accuracy);
		return columns.table(reliability.bins());
	}

	/** @return a row for each threshold, from all answers to the surest */
	static Table of(final CoverageCurve curve) {
		final Columns<Point> columns = new Columns<>();
		columns.add("threshold", point -> six(point.threshold()));
		columns.add("answered", Point::answered);
		columns.add("coverage", Point::coverage);
		columns.add("accuracy", Point::accuracy);
		columns.add("accuracy_95_low", point -> interval(point).low());
		columns.add("accuracy_95_high", point -> interval(point).high());
		return columns.table(curve.thinned(MOST_ROWS).points());
	}

	private static Interval interval(final Point point) {
		return Interval.wilson(point.right(), point.answered());
	}

	/** Sure answers differ behind the fourth digit. */
	private static String six(final double value) {
		return String.format(Locale.ROOT, "%.6f", value);
	}
}
