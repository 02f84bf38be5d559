
package io.github.cnnclassifier.dataset.prepare;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * The wish that all images have pixels of one physical size.
 *
 * @param length of the side of a pixel, above 0; NaN for the median of the
 *          images
 * @param unit of the length; empty for that of the images
 */
public record RequestedPixelSize(double length, String unit) {

	/** The median of the images. */
	public static final RequestedPixelSize MEDIAN = new RequestedPixelSize(
		Double.NaN, "");

	private static final String OFF = "off";
	private static final String MATCH = "match";
	private static final Pattern LENGTH = Pattern.compile(
		"(\\d{1,9}(?:\\.\\d{1,15})?(?:[eE][-+]?\\d{1,2})?) ?(\\p{L}{0,20})");

	boolean isMedian() {
		return Double.isNaN(length);
	}

	/**
	 * @param text "off", "match" for the median, or a length with or without a
	 *          unit, such as "0.5" or "500nm"
	 * @return the wish; null for "off"
	 * @throws WrongUsage if it is none of these
	 */
	public static RequestedPixelSize parse(final String text) {
		if (text.equals(OFF)) return null;
		if (text.equals(MATCH)) return MEDIAN;
		final Matcher matcher = LENGTH.matcher(text);
		if (matcher.matches() && Double.parseDouble(matcher.group(1)) > 0)
			return new RequestedPixelSize(Double.parseDouble(matcher.group(1)),
				matcher.group(2));
		throw new WrongUsage(
			"Expected pixelSize to be off, match, or the side of " +
				"a pixel such as 0.5 or 500nm, found '" + text + "'.");
	}

	/** @return what {@link #parse} takes */
	@Override
	public String toString() {
		return isMedian() ? MATCH : length + unit;
	}
}
