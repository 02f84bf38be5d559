
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.SampleImage;

/**
 * Which pixel values are black and white in pictures of a data set: the same
 * for all of its images, so that bright and dark ones can be told apart.
 */
final class DisplayRange {

	private static final double DARKEST = 0.001;
	private static final double BRIGHTEST = 0.999;
	private static final int ENOUGH_VALUES = 1 << 20;
	private static final IntensityRange BYTES = new IntensityRange(0, 255);

	private DisplayRange() {}

	/**
	 * @param images of the same number of channels
	 * @return for each channel 0..255 for RGB images that lie within, else from
	 *         0.1 to 99.9 % of the values of all images
	 */
	static List<IntensityRange> of(final List<SampleImage> images) {
		final List<IntensityRange> ranges = new ArrayList<>();
		final int channels = images.get(0).channels();
		for (int c = 0; c < channels; c++) {
			final float[] values = values(images, c);
			ranges.add(images.get(0).isRgb() && areBytes(values) ? BYTES : between(
				values));
		}
		return ranges;
	}

	private static boolean areBytes(final float[] values) {
		for (final float value : values) {
			if (!(value >= 0 && value <= BYTES.max())) return false;
		}
		return true;
	}

	private static IntensityRange between(final float[] values) {
		final float[] sorted = values.clone();
		Arrays.sort(sorted);
		final double low = sorted[(int) (DARKEST * (sorted.length - 1))];
		final double high = sorted[(int) Math.ceil(BRIGHTEST * (sorted.length -
			1))];
		return low < high ? new IntensityRange(low, high) : IntensityRange.covering(
			low, low);
	}

	/** Every n-th value, so that the memory stays small. */
	private static float[] values(final List<SampleImage> images,
		final int channel)
	{
		final long all = images.stream().mapToLong(DisplayRange::area).sum();
		final int step = (int) (all / ENOUGH_VALUES + 1);
		final float[] values = new float[(int) (all / step) + images.size()];
		int count = 0;
		for (final SampleImage image : images) {
			final float[] plane = new float[area(image)];
			image.pixels().copyTo(channel * plane.length, plane.length, plane);
			for (int i = 0; i < plane.length; i += step) {
				values[count++] = plane[i];
			}
		}
		return Arrays.copyOf(values, count);
	}

	private static int area(final SampleImage image) {
		return image.width() * image.height();
	}
}
