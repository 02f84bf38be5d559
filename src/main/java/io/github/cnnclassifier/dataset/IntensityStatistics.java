
package io.github.cnnclassifier.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;

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
	 * @return its statistics
	 */
	static IntensityStatistics of(final SampleImage image) {
		final Pixels pixels = image.pixels();
		final int area = image.width() * image.height();
		final TopValues top = new TopValues();
		final List<Integer> constant = new ArrayList<>();
		final float[] plane = new float[area];
		double sum = 0;
		for (int c = 0; c < image.channels(); c++) {
			pixels.copyTo(c * area, area, plane);
			for (final float v : plane) {
				sum += v;
				top.add(v);
			}
			if (isConstant(plane)) constant.add(c + 1);
		}
		return new IntensityStatistics(sum / pixels.size(), top.saturated(pixels
			.size()) / (double) pixels.size(), constant, isColorless(image, area));
	}

	private static boolean isConstant(final float[] plane) {
		for (final float v : plane) {
			if (v != plane[0]) return false;
		}
		return true;
	}

	private static boolean isColorless(final SampleImage image, final int area) {
		if (image.channels() != 3) return false;
		final Pixels pixels = image.pixels();
		for (int i = 0; i < area; i++) {
			final float v = pixels.get(i);
			if (pixels.get(area + i) != v || pixels.get(2 * area + i) != v)
				return false;
		}
		return true;
	}

	/** @return whether so many values are saturated that the image suffers */
	public boolean isSaturated() {
		return saturatedShare >= SATURATED;
	}

	/** Counts the two largest different values of what it is given. */
	private static final class TopValues {

		private float largest = Float.NEGATIVE_INFINITY;
		private float next = Float.NEGATIVE_INFINITY;
		private long largestCount;
		private long nextCount;

		void add(final float v) {
			if (v < next) return;
			if (v == largest) largestCount++;
			else if (v > largest) {
				next = largest;
				nextCount = largestCount;
				largest = v;
				largestCount = 1;
			}
			else if (v == next) nextCount++;
			else {
				next = v;
				nextCount = 1;
			}
		}

		/** @param count of all values */
		long saturated(final int count) {
			if (LARGEST_VALUES.contains(largest)) return largestCount;
			final boolean pile = nextCount > 0 && largestCount >= SATURATED * count &&
				largestCount >= PILE_RATIO * nextCount;
			return pile ? largestCount : 0;
		}
	}
}
