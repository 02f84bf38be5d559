
package io.github.cnnclassifier.workflow.evaluate;

import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.FigureLines;

/** Tells figures in the log, and first what makes them worthless. */
final class MeasuredSide {

	private MeasuredSide() {}

	/**
	 * @param evaluation that is finished
	 * @param progress gets the messages
	 */
	static void tell(final Evaluation evaluation, final Progress progress) {
		evaluation.alarm().ifPresent(alarm -> progress.message("Warning: " +
			alarm));
		FigureLines.of(evaluation).forEach(progress::message);
	}
}
