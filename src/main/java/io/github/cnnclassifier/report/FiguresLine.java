
package io.github.cnnclassifier.report;

import io.github.cnnclassifier.evaluation.Figures;

/** The one line of figures that scripts may rely on. */
public final class FiguresLine {

	private FiguresLine() {}

	/**
	 * @param figures to show
	 * @return {@code accuracy=0.9912 balanced_accuracy=0.9911
	 *         macro_precision=0.9912 macro_recall=0.9911 macro_f1=0.9911
	 *         guessing=0.1135 n=10000}, without line end
	 */
	public static String of(final Figures figures) {
		return "accuracy=" + Decimals.four(figures.accuracy()) +
			" balanced_accuracy=" + Decimals.four(figures.balancedAccuracy()) +
			" macro_precision=" + Decimals.four(figures.macro().precision()) +
			" macro_recall=" + Decimals.four(figures.macro().recall()) +
			" macro_f1=" + Decimals.four(figures.macro().f1()) + " guessing=" +
			Decimals.four(figures.guessing()) + " n=" + figures.n();
	}
}
