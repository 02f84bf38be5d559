
package io.github.cnnclassifier.evaluation;

/**
 * The test of McNemar (1947) in its exact form: whether two classifiers that
 * have answered the same images are equally good. Only images that one of them
 * alone got right can tell; if both are equally good, each such image is as
 * probably one's as the other's. Images count as independent.
 */
public final class McNemar {

	/** Terms below this part of the sum change nothing. */
	private static final double NEGLIGIBLE = 1e-18;

	private McNemar() {}

	/**
	 * @param onlyFirst images that only the first got right, at least 0
	 * @param onlySecond images that only the second got right, at least 0
	 * @return how probable a difference of at least this size is if both are
	 *         equally good (two-sided, from the binomial distribution), above 0
	 *         to 1; 1 if there is no such image
	 * @throws IllegalArgumentException if a number is negative
	 */
	public static double pValue(final long onlyFirst, final long onlySecond) {
		if (onlyFirst < 0 || onlySecond < 0) throw new IllegalArgumentException(
			"Expected counts of 0 or more, got " + onlyFirst + " and " + onlySecond);
		final long n = onlyFirst + onlySecond;
		final long fewer = Math.min(onlyFirst, onlySecond);
		// the greatest term of the tail, as a logarithm: 2^-n is too small a number
		double greatest = -n * Math.log(2);
		for (long i = 1; i <= fewer; i++)
			greatest += Math.log((double) (n - i + 1) / i);
		double sum = 1;
		double term = 1;
		for (long i = fewer; i >= 1 && term > NEGLIGIBLE * sum; i--) {
			term *= (double) i / (n - i + 1);
			sum += term;
		}
		return Math.min(1, 2 * Math.exp(greatest) * sum);
	}
}
