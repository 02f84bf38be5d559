
package io.github.cnnclassifier.evaluation;

import java.util.Objects;

/**
 * What a network said of an image that it was not trained on, in a
 * cross-validation.
 *
 * @param repeat 1-based
 * @param fold 1-based, within the repeat
 * @param group what the image was held out with; empty if it stands alone
 * @param labeled truth and prediction
 */
public record HeldOutPrediction(int repeat, int fold, String group,
		LabeledPrediction labeled)
{

	/** @throws NullPointerException if group or prediction is null */
	public HeldOutPrediction {
		Objects.requireNonNull(group, "group");
		Objects.requireNonNull(labeled, "labeled");
	}

	/** @return the same as an image of a side of which nothing was learned */
	EvaluatedImage evaluated() {
		return new EvaluatedImage(labeled, group, false);
	}
}
