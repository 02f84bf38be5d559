
package io.github.cnnclassifier.image;

/**
 * Where the pixels of one image go, and how they are resampled on the way.
 *
 * @param horizontal the axis x
 * @param vertical the axis y
 */
record Placement(Span horizontal, Span vertical) {

	/** @return for an image whose pixels have no size that matters */
	static Placement of(final ResizeRule rule, final int sourceWidth,
		final int sourceHeight, final int width, final int height)
	{
		return switch (rule) {
			case STRETCH -> new Placement(Span.whole(sourceWidth, width), Span.whole(
				sourceHeight, height));
			case PAD -> whole(sourceWidth, sourceHeight, width, height);
			case CROP -> filling(sourceWidth, sourceHeight, width, height);
			case NONE -> magnified(sourceWidth, 1, sourceHeight, 1, width, height);
		};
	}

	/** Each pixel becomes so many pixels in either direction. */
	static Placement magnified(final int sourceWidth, final double horizontal,
		final int sourceHeight, final double vertical, final int width,
		final int height)
	{
		return new Placement(Span.magnified(sourceWidth, horizontal, width), Span
			.magnified(sourceHeight, vertical, height));
	}

	private static Placement whole(final int sourceWidth, final int sourceHeight,
		final int width, final int height)
	{
		final boolean full = (long) width * sourceHeight <= (long) height *
			sourceWidth;
		return new Placement(Span.whole(sourceWidth, full ? width : share(height,
			sourceWidth, sourceHeight)), Span.whole(sourceHeight, full ? share(width,
				sourceHeight, sourceWidth) : height));
	}

	private static Placement filling(final int sourceWidth,
		final int sourceHeight, final int width, final int height)
	{
		final boolean tall = (long) width * sourceHeight >= (long) height *
			sourceWidth;
		return new Placement(Span.middle(sourceWidth, tall ? sourceWidth : share(
			sourceHeight, width, height), width), Span.middle(sourceHeight, tall
				? share(sourceWidth, height, width) : sourceHeight, height));
	}

	/** @return length * numerator / denominator, at least 1 */
	private static int share(final int length, final int numerator,
		final int denominator)
	{
		return (int) Math.max(1, Math.round((double) length * numerator /
			denominator));
	}

	boolean isIdentity(final int sourceWidth, final int sourceHeight) {
		return horizontal.isIdentity(sourceWidth) && vertical.isIdentity(
			sourceHeight);
	}

	/**
	 * @param planes C,H,W of the source size; only read
	 * @return the kept pixels, C,H,W
	 */
	float[] apply(final float[] planes, final int channels, final int sourceWidth,
		final int sourceHeight)
	{
		return new Resampler(horizontal, vertical).resample(taken(planes, channels,
			sourceWidth, sourceHeight), channels);
	}

	private float[] taken(final float[] planes, final int channels,
		final int sourceWidth, final int sourceHeight)
	{
		final int width = horizontal.taken();
		final int height = vertical.taken();
		if (width == sourceWidth && height == sourceHeight) return planes;
		final float[] taken = new float[channels * width * height];
		for (int c = 0; c < channels; c++) {
			for (int row = 0; row < height; row++) {
				System.arraycopy(planes, (c * sourceHeight + vertical.first() + row) *
					sourceWidth + horizontal.first(), taken, (c * height + row) * width,
					width);
			}
		}
		return taken;
	}
}
