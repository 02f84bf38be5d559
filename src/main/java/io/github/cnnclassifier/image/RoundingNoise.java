
package io.github.cnnclassifier.image;

/**
 * How far numbers of single precision lie apart that would be the same if there
 * were no rounding: 0.5 and 0.50000006, say. Whoever divides by how much
 * numbers differ makes a signal of that, unless it asks here.
 */
public final class RoundingNoise {

	/** As scikit-learn has it for features that count as constant. */
	private static final double SHARE = 10 * Math.ulp(1f);

	private RoundingNoise() {}

	/**
	 * @param value of the numbers that differ, such as their mean
	 * @return a standard deviation that may be rounding alone; no larger one is
	 */
	public static double of(final double value) {
		return SHARE * Math.abs(value);
	}
}
