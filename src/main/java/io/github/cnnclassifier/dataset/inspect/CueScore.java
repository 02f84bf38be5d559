
package io.github.cnnclassifier.dataset.inspect;

/**
 * How far a cue alone predicts the class.
 *
 * @param cue what was looked at
 * @param balancedAccuracy mean recall on images that were held out in turn, 0
 *          to 1
 * @param guessing what guessing gets, one by the number of classes
 * @param pValue how probable that is if the cue has nothing to do with the
 *          class, by permutation, above 0 to 1
 */
public record CueScore(Cue cue, double balancedAccuracy, double guessing,
		double pValue)
{

	private static final double SIGNIFICANT = 0.01;

	/** A cue that brings less is no matter, however certain it is. */
	private static final double LEAST_GAIN = 0.1;

	/** Of what a network gains, a cue that gains so much may be all of it. */
	private static final double NEAR = 0.8;

	/** Half the way from guessing to always right: hardly by chance. */
	private static final double LARGE_GAIN = 0.5;

	/**
	 * What no network sees must tell more, as a hint of something that it sees.
	 */
	private static final double LARGE_UNSEEN_GAIN = 0.75;

	/** @return how far from guessing (0) to always right (1) it comes */
	public double gain() {
		return (balancedAccuracy - guessing) / (1 - guessing);
	}

	/** @return whether more than chance can be told */
	private boolean tells() {
		return pValue <= SIGNIFICANT && gain() >= LEAST_GAIN;
	}

	/**
	 * @return whether it alone tells so much that a network could do without the
	 *         rest
	 */
	public boolean isLarge() {
		return tells() && gain() >= (cue.isSeen() ? LARGE_GAIN : LARGE_UNSEEN_GAIN);
	}

	/**
	 * @param network balanced accuracy of a network on these classes, 0 to 1
	 * @return whether the cue alone comes near it: it gains 80 % or more of what
	 *         the network gains above guessing
	 */
	public boolean isNear(final double network) {
		return tells() && network > guessing && balancedAccuracy -
			guessing >= NEAR * (network - guessing);
	}
}
