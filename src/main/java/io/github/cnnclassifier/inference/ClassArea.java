
package io.github.cnnclassifier.inference;

/**
 * How much of a map one answer has.
 *
 * @param name of the class, or that of the answer for unsure pixels
 * @param value of its pixels in the map
 * @param pixels how many there are
 * @param mapped pixels of all answers together
 */
public record ClassArea(String name, int value, long pixels, long mapped) {

	/** @return of all mapped pixels, 0 to 1 */
	public double fraction() {
		return mapped == 0 ? 0 : (double) pixels / mapped;
	}
}
