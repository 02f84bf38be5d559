
package io.github.cnnclassifier.dataset;

import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;

/**
 * What the user decided about preprocessing; null leaves a choice to
 * {@link PreprocessingDefaults}.
 *
 * @param width of the input in pixels, 8 to 1024; null to choose
 * @param height of the input in pixels, 8 to 1024; null to choose
 * @param channelRule null to choose
 * @param range null to choose
 */
public record PreprocessingWishes(Integer width, Integer height,
		ChannelRule channelRule, IntensityRange range)
{

	/** Everything is chosen from the images. */
	public static final PreprocessingWishes NONE = new PreprocessingWishes(null,
		null, null, null);

	/** @throws WrongUsage if a length is outside 8 to 1024 */
	public PreprocessingWishes {
		requireSize("width", width);
		requireSize("height", height);
	}

	static void requireSize(final String key, final Integer pixels) {
		if (pixels != null && (pixels < 8 || pixels > 1024)) throw new WrongUsage(
			"Expected " + key + " from 8 to 1024 pixels, found " + pixels + ".");
	}
}
