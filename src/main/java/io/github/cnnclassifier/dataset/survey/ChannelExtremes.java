
package io.github.cnnclassifier.dataset.survey;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.image.ValueSummary;

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
	 * @param values of each of its channels
	 * @return those of each channel, in order
	 * @throws UserFailure if a pixel is not a finite number
	 */
	static List<ChannelExtremes> of(final SampleImage image,
		final List<ValueSummary> values)
	{
		// either shows whether there is any such value
		if (!values.stream().allMatch(v -> Float.isFinite(v.min()) && Float
			.isFinite(v.max()))) requireFinite(image);
		final List<String> names = image.channelNames();
		final List<ChannelExtremes> channels = new ArrayList<>();
		for (int c = 0; c < values.size(); c++) {
			// adding zero makes 0 of -0
			channels.add(new ChannelExtremes(names.isEmpty() ? "" : names.get(c),
				values.get(c).min() + 0f, values.get(c).max() + 0f));
		}
		return channels;
	}

	private static void requireFinite(final SampleImage image) {
		for (final float v : image.pixels().toFloats()) {
			if (!Float.isFinite(v)) throw new UserFailure(
				"Expected finite pixel values, found " + v + " in '" + image.source() +
					"'. Replace such pixels first.");
		}
	}
}
