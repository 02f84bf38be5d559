
package io.github.cnnclassifier.evaluation;

/**
 * A figure of two classifiers on the same images.
 *
 * @param first of the first one
 * @param second of the second one
 * @param low where the true difference, second minus first, lies with 95 %
 *          confidence, from here
 * @param high to here, both -1 to 1
 */
public record Difference(double first, double second, double low, double high) {

	/** @return second minus first: above 0 if the second one is better */
	public double value() {
		return second - first;
	}
}
