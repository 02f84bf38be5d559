
package io.github.cnnclassifier.evaluation;

import java.util.Objects;

/**
 * An image whose prediction is judged, and what makes it depend on others.
 *
 * @param labeled truth and prediction
 * @param group of images that are not independent of each other; empty if it
 *          stands alone, or nobody knows
 * @param trained whether the classifier has learned from this image
 */
public record EvaluatedImage(LabeledPrediction labeled, String group,
		boolean trained)
{

	/** @throws NullPointerException if the prediction or the group is null */
	public EvaluatedImage {
		Objects.requireNonNull(labeled, "labeled");
		Objects.requireNonNull(group, "group");
	}

	/** @return a name that it shares with the images that it depends on */
	String unit() {
		return group.isEmpty() ? "image " + labeled.name() : "group " + group;
	}
}
