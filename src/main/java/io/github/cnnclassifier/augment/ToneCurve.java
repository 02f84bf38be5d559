
package io.github.cnnclassifier.augment;

/**
 * Gamma, then brightness and contrast: one curve for all values of an image. It
 * scales with the image, so a dark image is changed as a bright one is.
 * Immutable and thread-safe.
 */
final class ToneCurve {

	private final double exponent;
	private final double logOfScale;
	private final float factor;
	private final float offset;

	/**
	 * @param brightness that all values are multiplied with, above 0
	 * @param contrast that distances from the mean are multiplied with, above 0
	 * @param exponent of the values as parts of the largest, above 0; 1 leaves
	 *          them
	 * @param image whose mean and largest value count; no gamma if none is above
	 *          0
	 */
	ToneCurve(final double brightness, final double contrast,
		final double exponent, final ImageStatistics image)
	{
		this.exponent = image.max() > 0 ? exponent : 1;
		logOfScale = image.max() > 0 ? (1 - exponent) * BinaryPower.log(image.max())
			: 0;
		factor = (float) (brightness * contrast);
		offset = (float) (brightness * (1 - contrast) * power((float) image
			.mean()));
	}

	/**
	 * @param values changed in place
	 * @param count how many of them
	 */
	void apply(final float[] values, final int count) {
		if (exponent != 1) for (int i = 0; i < count; i++) {
			values[i] = power(values[i]);
		}
		if (factor != 1 || offset != 0) for (int i = 0; i < count; i++) {
			values[i] = factor * values[i] + offset;
		}
	}

	/** Values below 0 as if mirrored, so that the curve keeps rising. */
	private float power(final float v) {
		if (v == 0 || exponent == 1) return v;
		final float magnitude = (float) BinaryPower.of(exponent * BinaryPower.log(
			Math.abs(v)) + logOfScale);
		return v < 0 ? -magnitude : magnitude;
	}
}
