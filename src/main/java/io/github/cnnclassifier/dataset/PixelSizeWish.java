
package io.github.cnnclassifier.dataset;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * The wish that all images have pixels of one physical size.
 *
 * @param length of the side of a pixel in the unit of the images, above 0; NaN
 *          for the median of the images
 */
public record PixelSizeWish(double length) {

	/** The median of the images. */
	public static final PixelSizeWish MEDIAN = new PixelSizeWish(Double.NaN);

	private static final String OFF = "off";
	private static final String MATCH = "match";
	private static final String NUMBER =
		"\\d{1,9}(?:\\.\\d{1,15})?(?:[eE][-+]?\\d{1,2})?";

	boolean isMedian() {
		return Double.isNaN(length);
	}

	/**
	 * @param text "off", "match" for the median, or a length
	 * @return the wish; null for "off"
	 * @throws WrongUsage if it is none of these
	 */
	public static PixelSizeWish parse(final String text) {
		if (text.equals(OFF)) return null;
		if (text.equals(MATCH)) return MEDIAN;
		if (text.matches(NUMBER) && Double.parseDouble(text) > 0)
			return new PixelSizeWish(Double.parseDouble(text));
		throw new WrongUsage(
			"Expected pixelSize to be off, match, or the side of " +
				"a pixel in the unit of the images such as 0.5, found '" + text + "'.");
	}
}
