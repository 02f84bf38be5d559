
package io.github.cnnclassifier.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import io.github.cnnclassifier.model.InputShape;

/**
 * What a network sees of an image, for a person: from the lowest value, which
 * is black, to the highest one, which is white. Three channels are red, green
 * and blue; of any other number the mean is shown.
 */
public final class InputPicture {

	private static final int RGB = 3;
	private static final int LIGHTEST = 255;

	private InputPicture() {}

	/**
	 * @param input C,H,W
	 * @param shape of it
	 * @return a picture with as many pixels
	 */
	public static BufferedImage of(final float[] input, final InputShape shape) {
		float low = Float.POSITIVE_INFINITY;
		float high = Float.NEGATIVE_INFINITY;
		for (final float value : input) {
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
		final float scale = high > low ? LIGHTEST / (high - low) : 0;
		final int pixels = shape.height() * shape.width();
		final BufferedImage picture = new BufferedImage(shape.width(), shape
			.height(), BufferedImage.TYPE_INT_RGB);
		for (int p = 0; p < pixels; p++) {
			final int rgb;
			if (shape.channels() == RGB) rgb = level(input[p], low, scale) << 16 |
				level(input[pixels + p], low, scale) << 8 | level(input[2 * pixels + p],
					low, scale);
			else rgb = level(mean(input, p, pixels, shape.channels()), low, scale) *
				0x010101;
			picture.setRGB(p % shape.width(), p / shape.width(), rgb);
		}
		return picture;
	}

	/**
	 * @param input C,H,W
	 * @param shape of it
	 * @param side longest side in pixels, at least 1
	 * @return a picture no larger than that; smaller ones keep their size
	 */
	public static BufferedImage small(final float[] input, final InputShape shape,
		final int side)
	{
		final BufferedImage whole = of(input, shape);
		final int longest = Math.max(shape.width(), shape.height());
		if (longest <= side) return whole;
		final BufferedImage small = new BufferedImage(Math.max(1, side * shape
			.width() / longest), Math.max(1, side * shape.height() / longest),
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = small.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
			RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		graphics.drawImage(whole, 0, 0, small.getWidth(), small.getHeight(), null);
		graphics.dispose();
		return small;
	}

	private static float mean(final float[] input, final int pixel,
		final int pixels, final int channels)
	{
		float sum = 0;
		for (int c = 0; c < channels; c++)
			sum += input[c * pixels + pixel];
		return sum / channels;
	}

	private static int level(final float value, final float low,
		final float scale)
	{
		return Math.round((value - low) * scale);
	}
}
