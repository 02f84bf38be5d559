
package io.github.cnnclassifier.image;

import io.github.cnnclassifier.failure.UserFailure;

/** Maps pixel values of a declared range to 0..1. */
final class IntensityScaling {

	/**
	 * How far a value may lie outside, as part of the range's width: room for the
	 * rounding of whoever computed it.
	 */
	private static final double TOLERANCE = 1e-6;

	private IntensityScaling() {}

	/** @throws UserFailure if a value is NaN or outside the range */
	static void requireWithin(final SampleImage image,
		final IntensityRange range)
	{
		final Pixels pixels = image.pixels();
		float min = Float.POSITIVE_INFINITY;
		float max = Float.NEGATIVE_INFINITY;
		for (int i = 0; i < pixels.size(); i++) {
			final float v = pixels.get(i);
			if (Float.isNaN(v)) throw new UserFailure("Expected pixel values " +
				range + ", found NaN (not a number) in '" + image.source() +
				"'. Replace such pixels first.");
			if (v < min) min = v;
			if (v > max) max = v;
		}
		final double slack = TOLERANCE * (range.max() - range.min());
		if (min >= range.min() - slack && max <= range.max() + slack) return;
		final String found = number(min) + ".." + number(max);
		throw new UserFailure("Expected pixel values " + range + ", found " +
			found + " in '" + image.source() + "'. " + advice(min, max, found));
	}

	private static String advice(final float min, final float max,
		final String found)
	{
		if (Float.isInfinite(min) || Float.isInfinite(max))
			return "Replace infinite pixels first.";
		// a constant image has no range of its own
		final String range = min < max ? found : IntensityRange.covering(min, max)
			.toString();
		return "range=" + range + " maps them onto the model's range.";
	}

	private static String number(final float v) {
		return v == Math.rint(v) ? RangeRules.number(v) : Float.toString(v);
	}

	/** @return values 0 to 1, a new array */
	static float[] scale(final Pixels pixels, final IntensityRange range) {
		final double min = range.min();
		final double width = range.max() - min;
		final float[] scaled = new float[pixels.size()];
		for (int i = 0; i < scaled.length; i++) {
			final double v = (pixels.get(i) - min) / width;
			// what the tolerance let through still ends at 0 and 1
			scaled[i] = (float) Math.min(1, Math.max(0, v));
		}
		return scaled;
	}
}
