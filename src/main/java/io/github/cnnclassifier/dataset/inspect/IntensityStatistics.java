
package io.github.cnnclassifier.dataset.inspect;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.image.ValueSummary;

/**
 * What the pixel values of one image tell of its quality.
 * <p>
 * A value is saturated if it is the largest one of its image and this is the
 * largest one that 8, 10, 12, 14 or 16 bits hold, whatever type stored it; or
 * if at least 0.5 % of the values of an image that is not constant are equal to
 * the largest one and ten times as many as are equal to the next lower one: so
 * a detector that clips elsewhere is found too.
 *
 * @param mean of all values of all channels
 * @param saturatedShare part of the values of all channels that is saturated, 0
 *          to 1
 * @param constantChannels 1-based channels of which all pixels are equal;
 *          copied
 * @param colorless whether three channels are equal pixel by pixel, so that a
 *          color image is gray; false with other numbers of channels
 */
public record IntensityStatistics(double mean, double saturatedShare,
		List<Integer> constantChannels, boolean colorless)
{

	/** From this share of saturated values on an image counts as saturated. */
	public static final double SATURATED = 0.005;

	private static final Set<Float> LARGEST_VALUES = Set.of(255f, 1023f, 4095f,
		16383f, 65535f);
	private static final int PILE_RATIO = 10;

	/** Copies the channels. */
	public IntensityStatistics {
		constantChannels = List.copyOf(constantChannels);
	}

	/**
	 * @param image with finite values
	 * @param values of each of its channels
	 * @return its statistics
	 */
	static IntensityStatistics of(final SampleImage image,
		final List<ValueSummary> values)
	{
		final int count = image.pixels().size();
		final double sum = values.stream().mapToDouble(ValueSummary::sum).sum();
		final List<Integer> constant = IntStream.range(0, values.size()).filter(
			c -> values.get(c).min() == values.get(c).max()).map(c -> c + 1).boxed()
			.toList();
		return new IntensityStatistics(sum / count, saturated(values, count) /
			(double) count, constant, isColorless(image));
	}

	/** @return how many of the values are saturated */
	private static long saturated(final List<ValueSummary> values,
		final int count)
	{
		float largest = Float.NEGATIVE_INFINITY;
		for (final ValueSummary v : values) {
			largest = Math.max(largest, v.max());
		}
		final long largestCount = count(values, largest);
		if (LARGEST_VALUES.contains(largest)) return largestCount;
		float next = Float.NEGATIVE_INFINITY;
		for (final ValueSummary v : values) {
			next = Math.max(next, v.max() < largest ? v.max() : v.next());
		}
		final long nextCount = count(values, next);
		final boolean pile = nextCount > 0 && largestCount >= SATURATED * count &&
			largestCount >= PILE_RATIO * nextCount;
		return pile ? largestCount : 0;
	}

	/** @param value at least the next to largest one of each channel */
	private static long count(final List<ValueSummary> values,
		final float value)
	{
		return values.stream().mapToLong(v -> v.max() == value ? v.maxCount() : v
			.next() == value ? v.nextCount() : 0).sum();
	}

	private static boolean isColorless(final SampleImage image) {
		if (image.channels() != 3) return false;
		final int area = image.width() * image.height();
		return image.pixels().repeats(0, area, area) && image.pixels().repeats(0,
			2 * area, area);
	}

	/** @return whether so many values are saturated that the image suffers */
	public boolean isSaturated() {
		return saturatedShare >= SATURATED;
	}
}
