
package io.github.cnnclassifier.evaluation;

/**
 * Mean and spread of a figure over several runs.
 *
 * @param mean of the values
 * @param deviation their standard deviation, with n - 1; NaN of one value
 * @param n how many values, at least 1
 */
public record Spread(double mean, double deviation, int n) {

	/**
	 * @param values at least one, finite
	 * @return their mean and spread
	 * @throws IllegalArgumentException if there is none
	 */
	public static Spread of(final double... values) {
		if (values.length == 0) throw new IllegalArgumentException(
			"Expected at least one value, got none");
		double sum = 0;
		for (final double value : values)
			sum += value;
		final double mean = sum / values.length;
		double squares = 0;
		for (final double value : values)
			squares += (value - mean) * (value - mean);
		return new Spread(mean, values.length == 1 ? Double.NaN : Math.sqrt(
			squares / (values.length - 1)), values.length);
	}
}
