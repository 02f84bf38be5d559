
package io.github.cnnclassifier.image;

/**
 * How large an image is.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record ImageSize(int width, int height) {

	/** @throws IllegalArgumentException if a length is below 1 */
	public ImageSize {
		if (width < 1 || height < 1) throw new IllegalArgumentException(
			"Impossible image size, " + width + " x " + height);
	}

	/**
	 * @param image any
	 * @return how large it is
	 */
	public static ImageSize of(final SampleImage image) {
		return new ImageSize(image.width(), image.height());
	}

	/**
	 * @param own size of the image's pixels
	 * @param target size that they get; its unit and that of {@code own} can be
	 *          converted into each other
	 * @return how large the image is then, each side rounded, at least 1
	 */
	public ImageSize resampled(final PixelSize own, final PixelSize target) {
		final PixelSize size = own.in(target.unit()).orElseThrow();
		return new ImageSize(length(width, size.width() / target.width()), length(
			height, size.height() / target.height()));
	}

	private static int length(final int pixels, final double factor) {
		return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(pixels *
			factor)));
	}

	/** @return for instance "64 x 48" */
	String lengths() {
		return width + " x " + height;
	}

	/** @return for instance "64 x 48 pixels" */
	@Override
	public String toString() {
		return lengths() + " pixels";
	}
}
