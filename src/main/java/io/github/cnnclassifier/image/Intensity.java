
package io.github.cnnclassifier.image;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * The last step of preprocessing: from pixel values to values of the network's
 * input. Immutable and thread-safe.
 *
 * @param normalization the rule
 * @param range the pixel values that become 0 and 1; for rules that look at
 *          each image by itself only what the training images had
 * @param statistics of the training images for the rule zscore-dataset; null
 *          for any other
 */
public record Intensity(Normalization normalization, IntensityRange range,
		ChannelStatistics statistics)
{

	/** @throws IllegalArgumentException if statistics and rule do not fit */
	public Intensity {
		if ((normalization
			.kind() == Normalization.Kind.ZSCORE_DATASET) != (statistics != null))
			throw new IllegalArgumentException("Rule " + normalization +
				" with statistics " + statistics);
	}

	/**
	 * @param range that becomes 0 to 1
	 * @return the usual rule
	 */
	public static Intensity of(final IntensityRange range) {
		return new Intensity(Normalization.RANGE, range, null);
	}

	/**
	 * @param pixels C,H,W
	 * @param area the number of pixels of one channel
	 * @param channels 0-based indices of the channels that count
	 * @param source of the image, for the message
	 * @throws UserFailure if one of their values is not finite, or outside the
	 *           range while the rule needs it
	 */
	void requireFitting(final Pixels pixels, final int area, final int[] channels,
		final String source)
	{
		// mostly true, and then every value fits
		if (!pixels.mayBeOutside(range)) return;
		float min = Float.POSITIVE_INFINITY;
		float max = Float.NEGATIVE_INFINITY;
		for (final int c : channels) {
			final ValueSummary values = pixels.summary(c * area, area);
			if (Float.isNaN(values.min())) RangeCheck.refuseNaN(source);
			min = Math.min(min, values.min());
			max = Math.max(max, values.max());
		}
		if (normalization.isPerImage()) RangeCheck.requireFinite(min, max, source);
		else RangeCheck.requireWithin(min, max, range, source);
	}

	/**
	 * Without a check of the values: outside the range they end at its border,
	 * and NaN stays NaN.
	 *
	 * @param values C,H,W of one image; receives the result
	 * @param channels C
	 */
	public void apply(final float[] values, final int channels) {
		final boolean together = normalization
			.kind() == Normalization.Kind.ZSCORE_IMAGE;
		final int parts = together ? 1 : channels;
		final int length = values.length / parts;
		for (int part = 0; part < parts; part++) {
			final int from = part * length;
			scaling(values, part, from, from + length).apply(values, from, from +
				length);
		}
	}

	private ChannelScaling scaling(final float[] values, final int channel,
		final int from, final int to)
	{
		return switch (normalization.kind()) {
			case PERCENTILE -> ChannelScaling.percentiles(values, from, to,
				normalization.lowPercentile(), normalization.highPercentile());
			case ZSCORE_IMAGE, ZSCORE_CHANNEL -> ChannelScaling.zScore(values, from,
				to);
			case ZSCORE_DATASET -> ChannelScaling.fixed(range, statistics.means().get(
				channel), statistics.deviations().get(channel));
			case RANGE -> ChannelScaling.range(range);
		};
	}
}
