
package io.github.cnnclassifier.image;

/**
 * One axis of an image as it lies in a network's input. Positions are counted
 * in pixels of the input, from the center of its first one.
 *
 * @param scale pixels of the input for each pixel of the image
 * @param shift position of the center of the image's first pixel
 * @param first 0-based index of the first pixel of the input that shows a part
 *          of the image; those before it are padding
 * @param shown how many pixels of the input show a part of the image, at least
 *          1
 */
public record InputAxis(double scale, double shift, int first, int shown) {

	private static final double ROUNDING = 1e-9;

	/**
	 * @param image pixels of the image
	 * @param given pixels of it when it is placed, other ones if it was resampled
	 *          before
	 * @param span of what is placed
	 * @param input pixels of the input
	 */
	static InputAxis of(final int image, final int given, final Span span,
		final int input)
	{
		final int first = (input - span.kept()) / 2;
		final double magnified = (double) span.resampled() / span.taken();
		final double shift = (0.5 - span.first()) * magnified - span.skipped() +
			first - 0.5;
		final double before = (double) given / image;
		return new InputAxis(magnified * before, magnified * (before - 1) / 2 +
			shift, first, span.kept());
	}

	/**
	 * @param pixel of the image, 0-based; may be a fraction, the center of a
	 *          pixel being a whole number
	 * @return where it lies in the input; may be outside of it
	 */
	public double position(final double pixel) {
		return scale * pixel + shift;
	}

	/**
	 * @param position in the input
	 * @return whether the input shows the image there, and neither padding nor
	 *         nothing
	 */
	public boolean isShown(final double position) {
		return position >= first - 0.5 - ROUNDING && position <= first + shown -
			0.5 + ROUNDING;
	}
}
