
package io.github.cnnclassifier.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * What the confidence of a classifier is worth on a set of images.
 *
 * @param reliability how often answers are right that are about as sure
 * @param error how far confidence and accuracy are apart
 * @param coverage what comes of leaving unsure answers out
 */
public record ConfidenceFigures(Reliability reliability, CalibrationError error,
		CoverageCurve coverage)
{

	/**
	 * @param predictions at least one
	 * @param units of each a name that those share which are not independent of
	 *          each other; empty if all are
	 * @return their figures
	 */
	static ConfidenceFigures of(final List<LabeledPrediction> predictions,
		final Optional<List<String>> units)
	{
		return new ConfidenceFigures(Reliability.of(predictions), units.map(
			names -> CalibrationError.of(predictions, names)).orElseGet(
				() -> CalibrationError.of(predictions)), CoverageCurve.of(predictions));
	}
}
