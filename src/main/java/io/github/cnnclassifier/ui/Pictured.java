
package io.github.cnnclassifier.ui;

import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.image.BufferedImage;

/** Small pictures in squares, and what stands below them. */
public final class Pictured {

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
	public static void draw(final Graphics graphics, final BufferedImage image,
		final int x, final int y, final int side)
	{
		final int factor = Math.max(1, side / Math.max(image.getWidth(), image
			.getHeight()));
		final int width = factor * image.getWidth();
		final int height = factor * image.getHeight();
		graphics.drawImage(image, x + (side - width) / 2, y + (side - height) / 2,
			width, height, null);
	}

	/**
	 * @param metrics of the font in which it is drawn
	 * @param text any
	 * @param room in pixels
	 * @return the text, or if it is too wide as much of its begin as fits
	 */
	public static String fitting(final FontMetrics metrics, final String text,
		final int room)
	{
		if (metrics.stringWidth(text) <= room) return text;
		int end = Math.min(text.length(), 60);
		while (end > 0 && metrics.stringWidth(text.substring(0, end) +
			"\u2026") > room)
			end--;
		return text.substring(0, end) + "\u2026";
	}
}
