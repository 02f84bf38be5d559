
package io.github.cnnclassifier.evaluation;

import java.util.Arrays;

/**
 * Whether changes of a figure go down by more than chance. If nothing but
 * chance were at work, each independent change could as well have the other
 * sign; of one image each, it is the sign test of the answers that changed
 * (McNemar's, exact).
 */
public final class SignFlips {

	/** Beyond so many, the normal distribution is close enough. */
	private static final int MOST_EXACT = 16;
	private static final double STANDARD_ERRORS = 2;
	/** What the normal distribution has below as many standard errors. */
	private static final double TAIL = 0.02275;
	/** Of sums that are equal but for rounding. */
	private static final double ROUNDING = 1e-12;

	private SignFlips() {}

	/**
	 * @param changes what each unit, such as a group of images, adds to the
	 *          change of the figure; those without a change need not be there
	 * @return whether their sum is below 0 by more than two standard errors; of
	 *         few changes, whether a sum as low as that is as rare by chance
	 */
	public static boolean isClearlyDown(final double... changes) {
		final double[] some = Arrays.stream(changes).filter(change -> Math.abs(
			change) > ROUNDING).toArray();
		final double sum = Arrays.stream(some).sum();
		if (sum > -ROUNDING) return false;
		return some.length > MOST_EXACT ? sum < -STANDARD_ERRORS * Math.sqrt(Arrays
			.stream(some).map(change -> change * change).sum()) : share(some,
				sum) < TAIL;
	}

	/** @return the share of all choices of signs with a sum as low */
	private static double share(final double[] changes, final double sum) {
		final int choices = 1 << changes.length;
		int low = 0;
		for (int signs = 0; signs < choices; signs++) {
			double flipped = 0;
			for (int i = 0; i < changes.length; i++)
				flipped += (signs >> i & 1) == 0 ? changes[i] : -changes[i];
			if (flipped <= sum + ROUNDING) low++;
		}
		return (double) low / choices;
	}
}
