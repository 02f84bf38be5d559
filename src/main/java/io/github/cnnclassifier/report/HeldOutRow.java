
package io.github.cnnclassifier.report;

import java.util.Optional;

import io.github.cnnclassifier.evaluation.HeldOutPrediction;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/**
 * A row of the table of a cross-validation, or of another table of predictions,
 * which may tell less.
 *
 * @param name of the image
 * @param group what it is held out with; empty if it stands alone
 * @param repeat 1-based; {@link #NOWHERE} if it is not told
 * @param fold 1-based; {@link #NOWHERE} if it is not told
 * @param actual its class; may be empty where it could not be read
 * @param prediction with the four decimals of the table; empty if it failed
 * @param error the reason; empty if there is a prediction
 */
public record HeldOutRow(String name, String group, int repeat, int fold,
		String actual, Optional<Prediction> prediction, String error)
{

	/** In the place of a number, where there is none. */
	public static final int NOWHERE = 0;

	/**
	 * @param labels with the class of this row
	 * @return what evaluation reads; empty if there is no prediction
	 */
	public Optional<HeldOutPrediction> held(final ClassLabels labels) {
		return prediction.map(p -> new HeldOutPrediction(repeat, fold, group,
			new LabeledPrediction(name, labels.indexOf(actual), p)));
	}
}
