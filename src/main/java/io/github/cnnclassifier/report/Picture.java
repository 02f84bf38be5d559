
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
		final int area = width * image.height();
		final BufferedImage picture = new BufferedImage(width, image.height(),
			BufferedImage.TYPE_INT_RGB);
		final int[] colors = new int[area];
		for (int i = 0; i < area; i++) {
			final int first = level(image, i, ranges.get(0));
			final int second = image.channels() > 1 ? level(image, area + i, ranges
				.get(1)) : first;
			final int third = image.channels() > 2 ? level(image, 2 * area + i, ranges
				.get(2)) : first;
			colors[i] = first << 16 | second << 8 | third;
		}
		picture.getRaster().setDataElements(0, 0, width, image.height(), colors);
		return picture;
	}

	private static int level(final SampleImage image, final int i,
		final IntensityRange range)
	{
		final double share = (image.pixels().get(i) - range.min()) / (range.max() -
			range.min());
		return (int) Math.round(255 * Math.min(1, Math.max(0, share)));
	}
}
