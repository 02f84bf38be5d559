
package io.github.cnnclassifier.evaluation;

/**
 * Where the true value of a figure lies with 95 % confidence.
 *
 * @param low a possible value of the figure
 * @param high not below {@code low}
 */
public record Interval(double low, double high) {

	/** 97.5 % quantile of the standard normal distribution. */
	private static final double Z = 1.959963984540054;

	/**
	 * Wilson's score interval, which stays within 0 to 1 and is honest for small
	 * numbers and for shares near 0 and 1.
	 *
	 * @param hits 0 to {@code n}
	 * @param n at least 1
	 * @return the 95 % interval of hits/n, if they are independent of each other
	 * @throws IllegalArgumentException if the numbers are out of range
	 */
	public static Interval wilson(final long hits, final long n) {
		if (n < 1 || hits < 0 || hits > n) throw new IllegalArgumentException(
			"Expected 0 <= hits <= n and n > 0, got " + hits + " of " + n);
		final double share = (double) hits / n;
		final double scale = 1 + Z * Z / n;
		final double center = (share + Z * Z / (2 * n)) / scale;
		final double half = Z / scale * Math.sqrt(share * (1 - share) / n + Z * Z /
			(4.0 * n * n));
		return new Interval(hits == 0 ? 0 : center - half, hits == n ? 1 : center +
			half);
	}
}
