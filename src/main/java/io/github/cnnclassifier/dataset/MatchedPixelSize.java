
package io.github.cnnclassifier.dataset;

import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PixelSize;

/**
 * The pixel size that all images get.
 *
 * @param size null to leave pixels as they are
 * @param reason a plain sentence; null without a size
 */
record MatchedPixelSize(PixelSize size, String reason) {

	/**
	 * @param wish null for none
	 * @throws UserFailure if an image has no pixel size, or one that cannot be
	 *           converted into the unit of the first
	 */
	static MatchedPixelSize of(final List<SurveyedSample> samples,
		final PixelSizeWish wish)
	{
		if (wish == null) return new MatchedPixelSize(null, null);
		final List<SurveyedSample> without = samples.stream().filter(s -> s
			.pixelSize() == null).toList();
		if (!without.isEmpty()) throw new UserFailure(
			"Expected images with a known pixel size, found none in " + without
				.size() + " of " + samples.size() + ", the first is '" + without.get(0)
					.sample().name() + "'. Set it (in ImageJ: Image > Properties...) " +
				"or leave pixelSize out.");
		final PixelSize first = samples.get(0).pixelSize();
		samples.stream().filter(s -> s.pixelSize().in(first.unit()).isEmpty())
			.findFirst().ifPresent(odd -> {
				throw new UserFailure("Expected pixel sizes in units that can be " +
					"converted, found " + first + " in '" + samples.get(0).sample()
						.name() + "' and " + odd.pixelSize() + " in '" + odd.sample()
							.name() + "'. Set them in nm, micron or mm, or leave pixelSize " +
					"out.");
			});
		if (!wish.isMedian()) {
			final PixelSize size = new PixelSize(wish.length(), wish.length(), first
				.unit());
			return new MatchedPixelSize(size, "As asked for: images are resampled " +
				"to " + size + " a pixel, centered, and cut off or padded to the " +
				"input.");
		}
		final PixelSize median = PixelSize.median(samples.stream().map(
			SurveyedSample::pixelSize).toList()).orElseThrow();
		return new MatchedPixelSize(median,
			"Images are resampled to their median " + "pixel size, " + median +
				", centered, and cut off or padded to the input.");
	}

	/** @return pixels that the width of an image becomes */
	int width(final SurveyedSample sample) {
		return size == null ? sample.width() : length(sample.width(), sample
			.pixelSize().in(size.unit()).orElseThrow().width() / size.width());
	}

	/** @return pixels that the height of an image becomes */
	int height(final SurveyedSample sample) {
		return size == null ? sample.height() : length(sample.height(), sample
			.pixelSize().in(size.unit()).orElseThrow().height() / size.height());
	}

	private static int length(final int pixels, final double factor) {
		return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(pixels *
			factor)));
	}
}
