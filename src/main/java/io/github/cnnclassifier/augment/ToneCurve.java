
package io.github.cnnclassifier.augment;

/**
 * Brightness and contrast, then gamma: one curve for all values of an image.
 * Immutable and thread-safe.
 */
final class ToneCurve {

	private final float factor;
	private final float offset;
	private final double exponent;

	/**
	 * @param brightness that all values are multiplied with, above 0
	 * @param contrast that distances from the mean are multiplied with, above 0
	 * @param exponent of the values, above 0; 1 leaves them
	 * @param mean of the image
	 */
	ToneCurve(final double brightness, final double contrast,
		final double exponent, final double mean)
	{
		factor = (float) (brightness * contrast);
		offset = (float) (brightness * (1 - contrast) * mean);
		this.exponent = exponent;
	}

	/**
	 * @param values changed in place
	 * @param count how many of them
	 * @param clamped whether results beyond 0 and 1 become 0 and 1
	 */
	void apply(final float[] values, final int count, final boolean clamped) {
		if (factor != 1 || offset != 0) for (int i = 0; i < count; i++) {
			values[i] = factor * values[i] + offset;
		}
		if (clamped) clamp(values, count);
		if (exponent != 1) for (int i = 0; i < count; i++) {
			values[i] = power(values[i]);
		}
	}

	static void clamp(final float[] values, final int count) {
		for (int i = 0; i < count; i++) {
			values[i] = Math.max(0, Math.min(values[i], 1));
		}
	}

	/** Values below 0 as if mirrored, so that the curve keeps rising. */
	private float power(final float v) {
		if (v == 0) return 0;
		final float magnitude = (float) BinaryPower.of(exponent * BinaryPower.log(
			Math.abs(v)));
		return v < 0 ? -magnitude : magnitude;
	}
}
