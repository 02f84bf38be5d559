
package io.github.cnnclassifier.image;

import java.util.Arrays;

/**
 * A linear map of the values of one channel: (value - offset) / width.
 *
 * @param offset that becomes 0
 * @param width above 0, which becomes 1
 * @param clipped whether results are cut off at 0 and 1
 */
record ChannelScaling(double offset, double width, boolean clipped) {

	/** The range becomes 0 to 1. */
	static ChannelScaling range(final IntensityRange range) {
		// what the tolerance let through still ends at 0 and 1
		return new ChannelScaling(range.min(), range.max() - range.min(), true);
	}

	/** The range becomes 0 to 1; of that, the mean 0 and the deviation 1. */
	static ChannelScaling fixed(final IntensityRange range, final double mean,
		final double deviation)
	{
		final double width = range.max() - range.min();
		return new ChannelScaling(range.min() + mean * width, deviation * width,
			false);
	}

	/**
	 * Mean and population standard deviation become 0 and 1. What differs by
	 * rounding alone is not made larger than a tenth of that.
	 */
	static ChannelScaling zScore(final float[] values, final int from,
		final int to)
	{
		// differences from a value that exists: those of a constant image are 0
		final double first = values[from];
		double sum = 0;
		for (int i = from; i < to; i++) {
			sum += values[i] - first;
		}
		final double mean = sum / (to - from);
		double squares = 0;
		for (int i = from; i < to; i++) {
			final double difference = values[i] - first - mean;
			squares += difference * difference;
		}
		final double deviation = Math.max(Math.sqrt(squares / (to - from)),
			RoundingNoise.of(first + mean));
		return new ChannelScaling(first + mean, deviation > 0 ? deviation : 1,
			false);
	}

	/**
	 * Two percentiles become 0 and 1, interpolated between neighbors. They are
	 * not taken to be nearer to each other than rounding lets them be.
	 */
	static ChannelScaling percentiles(final float[] values, final int from,
		final int to, final double low, final double high)
	{
		final OrderedValues ordered = new OrderedValues(Arrays.copyOfRange(values,
			from, to));
		final double lower = ordered.percentile(low);
		final double upper = ordered.percentile(high);
		// where both are one value, what is clearly larger must become 1
		final double width = Math.max(upper - lower, RoundingNoise.of(Math.max(Math
			.abs(lower), Math.abs(upper))));
		return new ChannelScaling(lower, width > 0 ? width : Double.MIN_NORMAL,
			true);
	}

	void apply(final float[] values, final int from, final int to) {
		for (int i = from; i < to; i++) {
			final double v = (values[i] - offset) / width;
			values[i] = (float) (clipped ? clip(v) : v);
		}
	}

	private static double clip(final double v) {
		// comparisons are faster than Math.min and Math.max, and keep NaN too
		if (v <= 0) return 0;
		return v > 1 ? 1 : v;
	}
}
