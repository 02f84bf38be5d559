
package io.github.cnnclassifier.report;

import java.awt.image.BufferedImage;
import java.util.List;

import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.SampleImage;

/**
 * A sample as people see it: one channel gray, two magenta and green, three
 * red, green and blue.
 */
final class Picture {

	private Picture() {}

	/** @return the colors of the channels, for a caption; empty if obvious */
	static String colors(final SampleImage image) {
		if (image.isRgb()) return "";
		return switch (image.channels()) {
			case 1 -> "";
			case 2 -> "channel 1 magenta, 2 green";
			default -> "channels 1 to 3 red, green, blue";
		};
	}

	/**
	 * @param ranges black and white of each channel
	 * @return 24-bit color, size of the image
	 */
	static BufferedImage of(final SampleImage image,
		final List<IntensityRange> ranges)
	{
		final int width = image.width();
		final BufferedImage picture = new BufferedImage(width, image.height(),
			BufferedImage.TYPE_INT_RGB);
		picture.getRaster().setDataElements(0, 0, width, image.height(), colors(
			image, ranges));
		return picture;
	}

	/**
	 * @param ranges black and white of each channel
	 * @return H,W: each pixel as 0xRRGGBB
	 */
	static int[] colors(final SampleImage image,
		final List<IntensityRange> ranges)
	{
		final int[] first = levels(image, 0, ranges.get(0));
		final int[] second = image.channels() > 1 ? levels(image, 1, ranges.get(1))
			: first;
		final int[] third = image.channels() > 2 ? levels(image, 2, ranges.get(2))
			: first;
		final int[] colors = new int[image.width() * image.height()];
		for (int i = 0; i < colors.length; i++) {
			colors[i] = first[i] << 16 | second[i] << 8 | third[i];
		}
		return colors;
	}

	/** @return 0 for black to 255 for white */
	private static int[] levels(final SampleImage image, final int channel,
		final IntensityRange range)
	{
		final float[] values = new float[image.width() * image.height()];
		image.pixels().copyTo(channel * values.length, values.length, values);
		final double scale = range.max() - range.min();
		final int[] levels = new int[values.length];
		for (int i = 0; i < levels.length; i++) {
			final double share = (values[i] - range.min()) / scale;
			levels[i] = (int) (255 * Math.min(1, Math.max(0, share)) + 0.5);
		}
		return levels;
	}
}
