
package io.github.cnnclassifier.dataset.prepare;

import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.ResizeRule;

/**
 * What the user decided about preprocessing; null leaves a choice to
 * {@link PreprocessingDefaults}.
 *
 * @param width of the input in pixels, 8 to 1024; null to choose
 * @param height of the input in pixels, 8 to 1024; null to choose
 * @param channelRule null to choose
 * @param range null to choose
 * @param resize null to choose: stretch, or none where pixel sizes are matched
 * @param pixelSize to match; null to take pixels whatever their size
 * @param normalization null for the range
 */
public record PreprocessingOptions(Integer width, Integer height,
		ChannelRule channelRule, IntensityRange range, ResizeRule resize,
		RequestedPixelSize pixelSize, Normalization normalization)
{

	/** Everything is chosen from the images. */
	public static final PreprocessingOptions NONE = new PreprocessingOptions(null,
		null, null, null);

	/**
	 * @throws WrongUsage if a length is outside 8 to 1024, or two options exclude
	 *           each other
	 */
	public PreprocessingOptions {
		requireSize("width", width);
		requireSize("height", height);
		if (pixelSize != null && resize != null && resize != ResizeRule.NONE)
			throw new WrongUsage("Expected resize=auto or resize=none beside " +
				"pixelSize, found resize=" + resize.label() +
				", which would change the pixel size again. Leave one of them out.");
		if (range != null && normalization != null && normalization.isPerImage())
			throw new WrongUsage("Expected no range beside normalization=" +
				normalization + ", which looks at each image by itself, found range=" +
				range + ". Leave one of them out.");
	}

	/**
	 * ClassifierOptions for the usual rules.
	 *
	 * @param width of the input in pixels, 8 to 1024; null to choose
	 * @param height of the input in pixels, 8 to 1024; null to choose
	 * @param channelRule null to choose
	 * @param range null to choose
	 * @throws WrongUsage if a length is outside 8 to 1024
	 */
	public PreprocessingOptions(final Integer width, final Integer height,
		final ChannelRule channelRule, final IntensityRange range)
	{
		this(width, height, channelRule, range, null, null, null);
	}

	static void requireSize(final String key, final Integer pixels) {
		if (pixels != null && (pixels < 8 || pixels > 1024)) throw new WrongUsage(
			"Expected " + key + " from 8 to 1024 pixels, found " + pixels + ".");
	}
}
