
package io.github.cnnclassifier.image;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.cnnclassifier.failure.WrongUsage;

/** The choice, reading and writing of intensity ranges. */
final class RangeRules {

	private static final double[] USUAL_MAXIMA = { 1, 255, 1023, 4095, 16383,
		65535 };
	/** Room on each side for images that are a little darker or brighter. */
	private static final double MARGIN = 0.25;
	private static final String NUMBER =
		"[-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?";
	private static final Pattern RANGE = Pattern.compile("\\s*(" + NUMBER +
		")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*");

	private RangeRules() {}

	static IntensityRange covering(final double min, final double max) {
		if (min >= 0) {
			for (final double usual : USUAL_MAXIMA) {
				if (max <= usual) return new IntensityRange(0, usual);
			}
		}
		if (min < max) {
			final double margin = MARGIN * (max - min);
			return new IntensityRange(min >= 0 ? Math.max(0, min - margin) : min -
				margin, max + margin);
		}
		// 1 is lost when added to a huge number
		return new IntensityRange(min, Math.max(min + 1, Math.nextUp(min)));
	}

	static IntensityRange parse(final String text) {
		final Matcher matcher = RANGE.matcher(text);
		if (matcher.matches()) {
			final double min = Double.parseDouble(matcher.group(1));
			final double max = Double.parseDouble(matcher.group(2));
			if (min < max && Double.isFinite(min) && Double.isFinite(max))
				return new IntensityRange(min, max);
		}
		throw new WrongUsage(
			"Expected a range of pixel values, the smaller first, " +
				"such as range=0..255, found '" + text + "'.");
	}

	static String number(final double v) {
		if (v == Math.rint(v) && Math.abs(v) < 1e15) return Long.toString((long) v);
		return Double.toString(v);
	}
}
