
package io.github.cnnclassifier.training;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * What is wished of the confidence of a network, once it has learned.
 *
 * @param calibrated whether it shall be fitted to how often the network is
 *          right on the validation side
 * @param accuracy the share of answers that shall be right, for which a
 *          threshold is searched, above 0 and below 1; 0 for no threshold
 */
public record ConfidenceWish(boolean calibrated, double accuracy) {

	/** No threshold. */
	public static final double ANY_ACCURACY = 0;

	/** Calibrated, without a threshold. */
	public static final ConfidenceWish DEFAULT = new ConfidenceWish(true,
		ANY_ACCURACY);

	/** @throws WrongUsage if the number is not from 0 to below 1 */
	public ConfidenceWish {
		if (!(accuracy >= 0 && accuracy < 1)) throw new WrongUsage(
			"Expected wishedAccuracy from 0 (no threshold) to below 1, such as " +
				"0.99, found " + accuracy + ".");
	}

	/** @return whether a threshold shall be searched */
	public boolean isForThreshold() {
		return accuracy != ANY_ACCURACY;
	}
}
