
package io.github.cnnclassifier.image;

import java.util.Arrays;

import io.github.cnnclassifier.failure.UserFailure;

/** Makes the planes of a network's input from the channels of an image. */
final class ChannelConversion {

	private ChannelConversion() {}

	/** @return whether the planes would be the image's own, unchanged */
	static boolean isIdentity(final SampleImage image, final ChannelRule rule,
		final int channels)
	{
		requireFitting(image, rule, channels);
		return image.channels() == channels;
	}

	/** @return planes in the order C,H,W, size of the image */
	static float[] convert(final SampleImage image, final ChannelRule rule,
		final int channels)
	{
		requireFitting(image, rule, channels);
		final float[] values = image.pixels().toFloats();
		if (image.channels() == channels) return values;
		return rule == ChannelRule.GRAY ? gray(values) : repeat(values);
	}

	private static float[] gray(final float[] rgb) {
		final int area = rgb.length / 3;
		final float[] gray = new float[area];
		for (int i = 0; i < area; i++) {
			gray[i] = (float) (0.299 * rgb[i] + 0.587 * rgb[area + i] + 0.114 *
				rgb[2 * area + i]);
		}
		return gray;
	}

	private static float[] repeat(final float[] plane) {
		final float[] rgb = Arrays.copyOf(plane, 3 * plane.length);
		System.arraycopy(plane, 0, rgb, plane.length, plane.length);
		System.arraycopy(plane, 0, rgb, 2 * plane.length, plane.length);
		return rgb;
	}

	/** @throws UserFailure if the channels of the image do not fit */
	static void requireFitting(final SampleImage image, final ChannelRule rule,
		final int channels)
	{
		final int found = image.channels();
		switch (rule) {
			case GRAY:
				if (found == 1 || image.isRgb()) return;
				throw new UserFailure("Expected a gray or RGB image, found " + count(
					found) + " in '" + image.source() +
					"'. Choose the channel to use and save it as an image of its own.");
			case RGB:
				if (found == 1 || found == 3) return;
				throw new UserFailure("Expected an RGB or gray image, found " + count(
					found) + " in '" + image.source() +
					"'. Convert the image to RGB first.");
			default:
				if (found == channels) return;
				throw new UserFailure("Expected " + count(channels) + ", found " +
					count(found) + (image.isRgb() ? " (RGB)" : "") + " in '" + image
						.source() + "'. " + advice(image, channels));
		}
	}

	private static String advice(final SampleImage image, final int channels) {
		if (channels == 1 && image.isRgb()) return "channels=gray converts.";
		if (channels == 3 && image.channels() == 1) return "channels=rgb converts.";
		return "Use images with the channels the model was trained on.";
	}

	private static String count(final int channels) {
		return channels == 1 ? "1 channel" : channels + " channels";
	}
}
