
package io.github.cnnclassifier.image;

import java.util.List;
import java.util.stream.Stream;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;

/** Refuses pixel values that an intensity rule has no answer for. */
final class RangeCheck {

	/**
	 * How far a value may lie outside, as part of the range's width: room for the
	 * rounding of whoever computed it.
	 */
	private static final double TOLERANCE = 1e-6;

	private RangeCheck() {}

	static void refuseNaN(final String source) {
		throw new UserFailure(
			"Expected finite pixel values, found NaN (not a number) in '" + source +
				"'. Replace such pixels first.");
	}

	static void requireWithin(final float min, final float max,
		final IntensityRange range, final String source)
	{
		final double slack = TOLERANCE * (range.max() - range.min());
		if (min >= range.min() - slack && max <= range.max() + slack) return;
		final String found = number(min) + ".." + number(max);
		throw new UserFailure("Expected pixel values " + range + ", found " +
			found + " in '" + source + "'. " + advice(min, max, found), mends(min,
				max, found));
	}

	static void requireFinite(final float min, final float max,
		final String source)
	{
		if (Float.isFinite(min) && Float.isFinite(max)) return;
		throw new UserFailure("Expected finite pixel values, found " + number(min) +
			".." + number(max) + " in '" + source + "'. Replace such pixels first.");
	}

	/** A range for all such images first. */
	private static List<Mend> mends(final float min, final float max,
		final String found)
	{
		if (Float.isInfinite(min) || Float.isInfinite(max)) return List.of();
		return Stream.of(IntensityRange.covering(min, max).toString(), found)
			.distinct().filter(range -> min < max || !range.equals(found)).map(
				range -> Mend.of("Map " + range + " onto the model's range", "range",
					range)).toList();
	}

	private static String advice(final float min, final float max,
		final String found)
	{
		if (Float.isInfinite(min) || Float.isInfinite(max))
			return "Replace infinite pixels first.";
		// a constant image has no range of its own
		final String range = min < max ? found : IntensityRange.covering(min, max)
			.toString();
		final String advice = "range=" + range +
			" maps them onto the model's range";
		final IntensityRange common = IntensityRange.covering(min, max);
		return advice + (common.min() != 0 || common.toString().equals(range) ? "."
			: "; for several images take one range for all, such as range=" + common +
				".");
	}

	private static String number(final float v) {
		return v == Math.rint(v) ? RangeRules.number(v) : Float.toString(v);
	}
}
