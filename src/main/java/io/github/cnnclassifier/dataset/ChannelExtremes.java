
package io.github.cnnclassifier.dataset;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.SampleImage;

/**
 * The smallest and the largest value of one channel of an image.
 * <p>
 * Immutable and thread-safe.
 *
 * @param name of the channel; empty if it has none
 * @param min smallest pixel value, finite
 * @param max largest pixel value, finite
 */
public record ChannelExtremes(String name, double min, double max) {

	/**
	 * @param image to look at
	 * @return those of each channel, in order
	 * @throws UserFailure if a pixel is not a finite number
	 */
	static List<ChannelExtremes> of(final SampleImage image) {
		final int area = image.width() * image.height();
		final List<ChannelExtremes> channels = new ArrayList<>();
		for (int c = 0; c < image.channels(); c++) {
			channels.add(of(image, c, area));
		}
		return channels;
	}

	private static ChannelExtremes of(final SampleImage image, final int channel,
		final int area)
	{
		final float[] plane = new float[area];
		image.pixels().copyTo(channel * area, area, plane);
		float min = Float.POSITIVE_INFINITY;
		float max = Float.NEGATIVE_INFINITY;
		for (final float v : plane) {
			min = Math.min(min, v);
			max = Math.max(max, v);
		}
		// either shows whether there is any such value
		if (!Float.isFinite(min) || !Float.isFinite(max)) requireFinite(plane, image
			.source());
		final List<String> names = image.channelNames();
		// adding zero makes 0 of -0
		return new ChannelExtremes(names.isEmpty() ? "" : names.get(channel), min +
			0f, max + 0f);
	}

	private static void requireFinite(final float[] plane, final String source) {
		for (final float v : plane) {
			if (!Float.isFinite(v)) throw new UserFailure(
				"Expected finite pixel values, found " + v + " in '" + source +
					"'. Replace such pixels first.");
		}
	}
}
