
package io.github.cnnclassifier.image;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * A rectangle of whole pixels in an image.
 *
 * @param x left column, 0-based
 * @param y top row, 0-based
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record Region(int x, int y, int width, int height) {

	/** @throws UserFailure if it holds no pixel */
	public Region {
		if (width < 1 || height < 1) throw new UserFailure(
			"Expected a region of at least 1 x 1 pixels, found " + width + " x " +
				height + ". Mend or remove it.");
	}

	/**
	 * @param imageWidth in pixels
	 * @param imageHeight in pixels
	 * @return whether every pixel of the region is one of the image
	 */
	public boolean isWithin(final int imageWidth, final int imageHeight) {
		// as long: x + width may exceed an int
		return x >= 0 && y >= 0 && (long) x + width <= imageWidth && (long) y +
			height <= imageHeight;
	}

	/** @return for instance "x=3, y=0, 20 x 10 pixels" */
	@Override
	public String toString() {
		return "x=" + x + ", y=" + y + ", " + width + " x " + height + " pixels";
	}
}
