
package io.github.cnnclassifier.dataset.survey;

import java.util.List;

import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.image.ValueSummary;

/**
 * What can be seen of an image without looking at the object: a few numbers
 * that should not tell its class. They are made of some rows of a large image
 * only, so that they take next to no time.
 * <p>
 * Immutable and thread-safe.
 */
public final class ImageCues {

	/** Means of more channels are one number. */
	private static final int MOST_CHANNELS = 4;

	/** Of a large image so many rows are looked at. */
	private static final int MOST_ROWS = 256;

	/** Below this side in pixels there is only a border. */
	private static final int SMALLEST_SIDE = 8;

	/** Of the height, above and below, where marks are looked for. */
	private static final int MARGIN = 5;

	/**
	 * Letters and bars are few pixels; from this share of the image on it is the
	 * background that has the value.
	 */
	private static final double MOST_MARKED = 0.1;

	/** So many equal pixels side by side are no noise. */
	private static final int LEAST_RUN = 3;

	private final float[] brightness;
	private final float[] border;
	private final float[] sharpness;
	private final float[] marks;

	private ImageCues(final float[] brightness, final float[] border,
		final float[] sharpness, final float[] marks)
	{
		this.brightness = brightness;
		this.border = border;
		this.sharpness = sharpness;
		this.marks = marks;
	}

	/**
	 * @param image with finite values
	 * @param values of each of its channels
	 * @param gray its gray values, row by row
	 * @return its cues
	 */
	static ImageCues of(final SampleImage image, final List<ValueSummary> values,
		final float[] gray)
	{
		final Plane plane = new Plane(gray, image.width(), image.height());
		return new ImageCues(means(image, values), plane.border(), plane
			.sharpness(), plane.marks());
	}

	private static float[] means(final SampleImage image,
		final List<ValueSummary> values)
	{
		final double area = (double) image.width() * image.height();
		if (values.size() > MOST_CHANNELS) return new float[] { (float) (values
			.stream().mapToDouble(ValueSummary::sum).sum() / area) };
		final float[] means = new float[values.size()];
		for (int c = 0; c < means.length; c++)
			means[c] = (float) (values.get(c).sum() / area);
		return means;
	}

	/** @return the mean of each channel, of more than four their sum; a copy */
	public float[] brightness() {
		return brightness.clone();
	}

	/**
	 * @return mean and standard deviation of the outermost pixels, and how much
	 *         brighter they are than those some pixels further inside; a copy
	 */
	public float[] border() {
		return border.clone();
	}

	/**
	 * @return the mean size of the second differences, by the standard deviation
	 *         and by the mean size of the first differences; a copy
	 */
	public float[] sharpness() {
		return sharpness.clone();
	}

	/**
	 * @return how many per cent of the pixels above on the left and right, below
	 *         on the left and right are part of a bar or letter: in a row of
	 *         three or more that all have the largest, or all the smallest value
	 *         of the image; a copy
	 */
	public float[] marks() {
		return marks.clone();
	}

	private record Plane(float[] gray, int width, int height) {

		float[] border() {
			final double[] outer = ring(0);
			final int shorter = Math.min(width, height);
			final double[] inner = shorter < SMALLEST_SIDE ? outer : ring(Math.max(2,
				shorter / 8));
			return new float[] { (float) outer[0], (float) outer[1],
				(float) (outer[0] - inner[0]) };
		}

		/** @return mean and standard deviation of the pixels of a rectangle */
		private double[] ring(final int inset) {
			final int right = width - 1 - inset;
			final int bottom = height - 1 - inset;
			double sum = 0;
			double squares = 0;
			int count = 0;
			for (int y = inset; y <= bottom; y++) {
				final boolean whole = y == inset || y == bottom;
				final int step = whole ? 1 : Math.max(1, right - inset);
				for (int x = inset; x <= right; x += step) {
					final double value = gray[y * width + x];
					sum += value;
					squares += value * value;
					count++;
				}
			}
			final double mean = sum / count;
			return new double[] { mean, Math.sqrt(Math.max(0, squares / count - mean *
				mean)) };
		}

		float[] sharpness() {
			double first = 0;
			double second = 0;
			double sum = 0;
			double squares = 0;
			long count = 0;
			for (int y = 1; y < height - 1; y += step()) {
				for (int i = y * width + 1; i < (y + 1) * width - 1; i++) {
					final double value = gray[i];
					sum += value;
					squares += value * value;
					first += Math.abs(gray[i + 1] - gray[i - 1]) + Math.abs(gray[i +
						width] - gray[i - width]);
					second += Math.abs(4 * gray[i] - gray[i - 1] - gray[i + 1] - gray[i -
						width] - gray[i + width]);
					count++;
				}
			}
			if (count == 0) return new float[2];
			final double mean = sum / count;
			final double deviation = Math.sqrt(Math.max(0, squares / count - mean *
				mean));
			return new float[] { ratio(second / count, deviation), ratio(second,
				first) };
		}

		private static float ratio(final double part, final double whole) {
			return whole == 0 ? 0 : (float) (part / whole);
		}

		/** From one row that is looked at to the next. */
		private int step() {
			return (height + MOST_ROWS - 1) / MOST_ROWS;
		}

		float[] marks() {
			final float[] marks = new float[4];
			float least = Float.POSITIVE_INFINITY;
			float most = Float.NEGATIVE_INFINITY;
			for (int y = 0; y < height; y += step())
				for (int i = y * width; i < (y + 1) * width; i++) {
					least = Math.min(least, gray[i]);
					most = Math.max(most, gray[i]);
				}
			if (least == most) return marks;
			final boolean dark = isRare(least);
			final boolean bright = isRare(most);
			for (int part = 0; part < marks.length; part++)
				marks[part] = Math.max(bright ? marked(part, most) : 0, dark ? marked(
					part, least) : 0);
			return marks;
		}

		private boolean isRare(final float value) {
			long count = 0;
			long all = 0;
			for (int y = 0; y < height; y += step()) {
				for (int i = y * width; i < (y + 1) * width; i++)
					if (gray[i] == value) count++;
				all += width;
			}
			return count <= MOST_MARKED * all;
		}

		/** @param part 0 and 1 above, 2 and 3 below */
		private float marked(final int part, final float value) {
			final int rows = Math.max(1, height / MARGIN);
			final int top = part < 2 ? 0 : height - rows;
			final int left = part % 2 == 0 ? 0 : width / 2;
			final int right = part % 2 == 0 ? Math.max(1, width / 2) : width;
			long count = 0;
			long all = 0;
			for (int y = top; y < top + rows; y += step()) {
				int run = 0;
				for (int x = left; x <= right; x++) {
					if (x < right && gray[y * width + x] == value) run++;
					else {
						if (run >= LEAST_RUN) count += run;
						run = 0;
					}
				}
				all += right - left;
			}
			return 100f * count / all;
		}
	}
}
