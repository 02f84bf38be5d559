
package io.github.cnnclassifier.image;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;

/** Makes the planes of a network's input from the channels of an image. */
final class ChannelConversion {

	/** More buttons would be no help. */
	private static final int MOST_MENDS = 4;

	private ChannelConversion() {}

	/**
	 * @return the 0-based channels of the image that have a part in the input, in
	 *         the order of the input planes
	 * @throws UserFailure if the channels of the image do not fit
	 */
	static int[] used(final SampleImage image, final ChannelRule rule,
		final int channels)
	{
		if (rule.isSelection()) return indices(image, rule);
		requireFitting(image, rule, channels);
		return IntStream.range(0, image.channels()).toArray();
	}

	private static int[] indices(final SampleImage image,
		final ChannelRule rule)
	{
		try {
			return rule.indices(image.channels(), image.channelNames(), image
				.source());
		}
		catch (final UserFailure e) {
			throw new UserFailure(e.getMessage(), choices(image, rule.selected()
				.size()));
		}
	}

	/**
	 * @param used as {@link #used} gives them
	 * @return whether the planes would be the image's own, unchanged
	 */
	static boolean isIdentity(final SampleImage image, final int[] used,
		final int channels)
	{
		return image.channels() == channels && Arrays.equals(used, IntStream.range(
			0, channels).toArray());
	}

	/** @return planes in the order C,H,W, size of the image; a new array */
	static float[] convert(final SampleImage image, final ChannelRule rule,
		final int[] used, final int channels)
	{
		if (rule.isSelection()) return select(image, used);
		if (image.channels() == channels) return image.pixels().toFloats();
		return channels == 1 ? image.pixels().luma() : repeat(image.pixels()
			.toFloats());
	}

	private static float[] select(final SampleImage image, final int[] used) {
		final int area = image.width() * image.height();
		final float[] planes = new float[used.length * area];
		for (int c = 0; c < used.length; c++) {
			image.pixels().copyTo(used[c] * area, area, planes, c * area);
		}
		return planes;
	}

	/**
	 * @return one plane, size of the image, a new array: gray as it is, colors
	 *         weighed as everywhere, other channels averaged
	 */
	static float[] gray(final SampleImage image) {
		final Pixels pixels = image.pixels();
		if (image.channels() == 1) return pixels.toFloats();
		return image.isRgb() ? pixels.luma() : mean(pixels.toFloats(), image
			.channels());
	}

	private static float[] mean(final float[] planes, final int channels) {
		final float[] mean = new float[planes.length / channels];
		for (int i = 0; i < mean.length; i++) {
			double sum = 0;
			for (int c = 0; c < channels; c++) {
				sum += planes[c * mean.length + i];
			}
			mean[i] = (float) (sum / channels);
		}
		return mean;
	}

	private static float[] repeat(final float[] plane) {
		final float[] rgb = Arrays.copyOf(plane, 3 * plane.length);
		System.arraycopy(plane, 0, rgb, plane.length, plane.length);
		System.arraycopy(plane, 0, rgb, 2 * plane.length, plane.length);
		return rgb;
	}

	/** @return the 0-based index of a channel given by number or name */
	static int index(final String entry, final int channels,
		final List<String> names, final String source)
	{
		if (ChannelRule.isNumber(entry)) {
			final int number = Integer.parseInt(entry);
			if (number <= channels) return number - 1;
			throw new UserFailure("Expected a channel " + entry + ", found " + count(
				channels) + " in '" + source +
				"'. Choose among them, for instance channels=1.");
		}
		final int[] matching = IntStream.range(0, names.size()).filter(c -> names
			.get(c).equalsIgnoreCase(entry)).toArray();
		if (matching.length == 1) return matching[0];
		throw new UserFailure("Expected one channel named '" + entry + "', found " +
			(names.isEmpty() ? count(channels) + " without names" : String.join(", ",
				names)) + " in '" + source +
			"'. Choose by number, such as channels=1, or one of auto, gray, rgb, " +
			"as-is.");
	}

	private static void requireFitting(final SampleImage image,
		final ChannelRule rule, final int channels)
	{
		final int found = image.channels();
		if (rule == ChannelRule.GRAY) {
			if (found == 1 || image.isRgb()) return;
			throw new UserFailure("Expected a gray or RGB image, found " + count(
				found) + " in '" + image.source() +
				"'. Choose the channel to use, for instance channels=1.", choices(image,
					1));
		}
		if (rule == ChannelRule.RGB) {
			if (found == 1 || found == 3) return;
			throw new UserFailure("Expected an RGB or gray image, found " + count(
				found) + " in '" + image.source() +
				"'. Convert the image to RGB first.", choices(image, 3));
		}
		if (found == channels) return;
		throw new UserFailure("Expected " + count(channels) + ", found " + count(
			found) + (image.isRgb() ? " (RGB)" : "") + " in '" + image.source() +
			"'. " + advice(image, channels), mends(image, channels));
	}

	private static List<Mend> mends(final SampleImage image, final int channels) {
		if (channels == 1 && image.isRgb()) return List.of(Mend.of(
			"Convert it to gray", "channels", "gray"));
		if (channels == 3 && image.channels() == 1) return List.of(Mend.of(
			"Convert it to RGB", "channels", "rgb"));
		return choices(image, channels);
	}

	/** Each channel that would do, or the first ones if several are needed. */
	private static List<Mend> choices(final SampleImage image,
		final int channels)
	{
		if (image.channels() < channels) return List.of();
		if (channels > 1) return List.of(Mend.of("Use the first " + channels +
			" channels", "channels", numbers(channels)));
		final List<String> names = image.channelNames();
		return IntStream.rangeClosed(1, Math.min(MOST_MENDS, image.channels()))
			.mapToObj(c -> Mend.of("Use channel " + c + (names.isEmpty() ? "" : ": " +
				Legible.quote(names.get(c - 1))), "channels", Integer.toString(c)))
			.toList();
	}

	private static String numbers(final int channels) {
		return IntStream.rangeClosed(1, channels).mapToObj(Integer::toString)
			.collect(Collectors.joining(","));
	}

	private static String advice(final SampleImage image, final int channels) {
		if (channels == 1 && image.isRgb()) return "channels=gray converts.";
		if (channels == 3 && image.channels() == 1) return "channels=rgb converts.";
		if (image.channels() > channels) return "Choose the " + count(channels) +
			" that the model was trained on, for instance channels=" + numbers(
				channels) + ".";
		return "Use images with the channels the model was trained on.";
	}

	private static String count(final int channels) {
		return channels == 1 ? "1 channel" : channels + " channels";
	}
}
