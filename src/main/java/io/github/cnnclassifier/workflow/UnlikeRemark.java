
package io.github.cnnclassifier.workflow;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;

/**
 * Says why classes are unknown although the network is sure of them: what was
 * classified is unlike the training images.
 */
public final class UnlikeRemark {

	private static final String ADVICE =
		" unlike the training images and so unknown, whatever the confidence. " +
			"unlike=mark gives the most probable class all the same.";

	private UnlikeRemark() {}

	/**
	 * @param threshold of the run, for its model
	 * @param predictions of the run
	 * @param things that were classified, such as "regions"
	 * @return how many are unknown for that reason; empty if none is
	 */
	public static Optional<String> ofAnswers(final Threshold threshold,
		final Collection<Prediction> predictions, final String things)
	{
		if (!threshold.refusesUnlike()) return Optional.empty();
		final long unlike = predictions.stream().filter(Prediction::isUnlike)
			.count();
		return unlike == 0 ? Optional.empty() : Optional.of("Of " + predictions
			.size() + " " + things + ", " + unlike + (unlike == 1 ? " is" : " are") +
			ADVICE);
	}

	/**
	 * @param threshold of the run, for its model
	 * @param unknown which part of an area is unknown, 0 to 1
	 * @return how much is unknown for that reason; empty if nothing is, or if
	 *         some of it may be for want of confidence
	 */
	public static Optional<String> ofArea(final Threshold threshold,
		final double unknown)
	{
		return threshold.refusesUnlike() && threshold.isSure(0) && unknown > 0
			? Optional.of(String.format(Locale.ROOT, "Of the area, %.0f %% is", 100 *
				unknown) + ADVICE) : Optional.empty();
	}
}
