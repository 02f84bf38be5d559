
package io.github.cnnclassifier.image;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * The pixel values that become 0 and 1 in the network's input.
 *
 * @param min finite, below {@code max}
 * @param max finite
 */
public record IntensityRange(double min, double max) {

	/** @throws IllegalArgumentException unless min is below max, both finite */
	public IntensityRange {
		if (!(min < max) || Double.isInfinite(min) || Double.isInfinite(max))
			throw new IllegalArgumentException("Expected min < max, got " + min +
				".." + max);
	}

	/**
	 * The range to assume for values of which only the extremes are known: the
	 * smallest of 0..1, 0..255, 0..1023, 0..4095, 0..16383 and 0..65535 that
	 * holds them, else these extremes with a quarter of their distance to spare
	 * on each side. Chosen by values, never by storage type, so that the same
	 * pixels in 8, 16 or 32 bit get the same range.
	 *
	 * @param min smallest value, finite
	 * @param max largest value, finite, at least {@code min}
	 * @return a range that holds both; of a constant image outside 0..65535 the
	 *         range begins at the constant and is 1 wide
	 */
	public static IntensityRange covering(final double min, final double max) {
		return RangeRules.covering(min, max);
	}

	/**
	 * @param text for instance "0..255", "-1.5..1.5"
	 * @return the range
	 * @throws WrongUsage if it is not two finite numbers, the smaller first
	 */
	public static IntensityRange parse(final String text) {
		return RangeRules.parse(text);
	}

	/** @return for instance "0..255": whole numbers without decimals */
	@Override
	public String toString() {
		return RangeRules.number(min) + ".." + RangeRules.number(max);
	}
}
