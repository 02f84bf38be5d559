
package io.github.cnnclassifier.model;

/**
 * How sure a classifier must be for its answers to be right as often as
 * somebody wished.
 *
 * @param threshold below which an answer does not count
 * @param wished least share of right ones among the answers that count, above 0
 *          and below 1
 * @param accuracy the share that was right where it was found, 0 to 1
 * @param coverage the share of images whose answers count, 0 to 1
 * @param images of the validation side on which it was found, at least 1
 */
public record SuggestedThreshold(Threshold threshold, double wished,
		double accuracy, double coverage, int images)
{

	/** @throws IllegalArgumentException if a number is impossible */
	public SuggestedThreshold {
		if (images < 1) throw new IllegalArgumentException(
			"Expected a threshold found on at least 1 image, got " + images);
		for (final double share : new double[] { wished, accuracy, coverage }) {
			if (!(share > 0 && share <= 1)) throw new IllegalArgumentException(
				"Expected a share above 0 and at most 1, got " + share);
		}
	}
}
