
package io.github.cnnclassifier.ui.train;

import java.awt.Graphics;
import java.awt.image.BufferedImage;

/** Draws small pictures into squares. */
final class Pictured {

	private Pictured() {}

	/**
	 * Centered; small images are enlarged by whole numbers, so that pixels stay
	 * square.
	 *
	 * @param graphics to draw on
	 * @param image no larger than the square
	 * @param x left end of the square
	 * @param y upper end of the square
	 * @param side of the square in pixels
	 */
	static void draw(final Graphics graphics, final BufferedImage image,
		final int x, final int y, final int side)
	{
		final int factor = Math.max(1, side / Math.max(image.getWidth(), image
			.getHeight()));
		final int width = factor * image.getWidth();
		final int height = factor * image.getHeight();
		graphics.drawImage(image, x + (side - width) / 2, y + (side - height) / 2,
			width, height, null);
	}
}
