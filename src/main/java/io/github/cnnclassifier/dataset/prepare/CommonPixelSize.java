
package io.github.cnnclassifier.dataset.prepare;

import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PixelSize;

/**
 * The pixel size that all images get.
 *
 * @param size null to leave pixels as they are
 * @param reason a plain sentence; null without a size
 */
record CommonPixelSize(PixelSize size, String reason) {

	/**
	 * @param wish null for none
	 * @throws UserFailure if an image has no pixel size or one that does not fit
	 */
	static CommonPixelSize of(final List<SurveyedSample> samples,
		final RequestedPixelSize wish)
	{
		if (wish == null) return new CommonPixelSize(null, null);
		final List<SurveyedSample> without = samples.stream().filter(s -> s
			.pixelSize() == null).toList();
		if (!without.isEmpty()) throw new UserFailure(
			"Expected images with a known pixel size, found none in " + without
				.size() + " of " + samples.size() + ", the first is '" + without.get(0)
					.sample().name() + "'. Set it (in ImageJ: Image > Properties...) " +
				"or leave pixelSize out.");
		final PixelSize size = wish.isMedian() ? median(samples) : given(samples,
			wish);
		requirePossible(samples, size);
		return new CommonPixelSize(size, (wish.isMedian()
			? "Images are resampled to their median pixel size, "
			: "As asked for: images are resampled to a pixel size of ") + size +
			", centered, and cut off or padded to the input.");
	}

	private static PixelSize median(final List<SurveyedSample> samples) {
		return PixelSize.median(samples.stream().map(SurveyedSample::pixelSize)
			.toList()).orElseGet(() -> samples.get(0).pixelSize());
	}

	private static PixelSize given(final List<SurveyedSample> samples,
		final RequestedPixelSize wish)
	{
		final String unit = wish.unit().isEmpty() ? samples.get(0).pixelSize()
			.unit() : wish.unit();
		final PixelSize one = new PixelSize(1, 1, unit);
		if (wish.unit().isEmpty()) samples.stream().filter(s -> !new PixelSize(1, 1,
			s.pixelSize().unit()).in(unit).equals(Optional.of(one))).findFirst()
			.ifPresent(odd -> {
				throw new UserFailure("Expected pixelSize with a unit, as the images " +
					"have several: '" + samples.get(0).sample().name() + "' " + unit +
					", '" + odd.sample().name() + "' " + odd.pixelSize().unit() +
					". Write for instance pixelSize=0.5um.");
			});
		return new PixelSize(wish.length(), wish.length(), unit);
	}

	private static void requirePossible(final List<SurveyedSample> samples,
		final PixelSize size)
	{
		samples.stream().filter(s -> !s.pixelSize().canBecome(size)).findFirst()
			.ifPresent(odd -> {
				throw new UserFailure("Expected pixel sizes that can be resampled to " +
					size + ", found " + odd.pixelSize() + " in '" + odd.sample().name() +
					"': the unit is no length, or the size is more than 100 times off. " +
					"Set it in nm, micron or mm (in ImageJ: Image > Properties...), or " +
					"leave pixelSize out.");
			});
	}

	/** @return pixels that the width of an image becomes */
	int width(final SurveyedSample sample) {
		return sample.size(size).width();
	}

	/** @return pixels that the height of an image becomes */
	int height(final SurveyedSample sample) {
		return sample.size(size).height();
	}
}
