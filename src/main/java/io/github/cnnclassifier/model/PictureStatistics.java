
package io.github.cnnclassifier.model;

/**
 * A few numbers of a network's input that say what kind of picture it is,
 * whatever it shows: brightness, contrast, how its values are spread, and how
 * fine its details are. Blank, noisy and blurred pictures differ in them from
 * all others, though a network may give them features that are like those of a
 * class. Their formulas are part of the model file and described in
 * docs/model-file.md.
 */
public final class PictureStatistics {

	/** Numbers for each channel. */
	public static final int PER_CHANNEL = 8;

	/** A contrast that is none, beside inputs of about 0 to 1. */
	private static final double NO_CONTRAST = 1e-3;
	private static final double NO_ENERGY = NO_CONTRAST * NO_CONTRAST;

	private final InputShape shape;

	/** @param shape of the inputs */
	public PictureStatistics(final InputShape shape) {
		this.shape = shape;
	}

	/** @return how many numbers an input has */
	public int length() {
		return PER_CHANNEL * shape.channels();
	}

	/**
	 * @param input C,H,W, as the preprocessing makes it; only read
	 * @return for each channel: mean; logarithm of the standard deviation; cube
	 *         root of the third and fourth root of the fourth central moment,
	 *         both over the standard deviation; logarithms of the mean square of
	 *         differences of neighbors over the variance, of second over first
	 *         differences, and of differences of neighbors over the variance once
	 *         means of 2 x 2 and of 4 x 4 pixels take the place of pixels
	 */
	public float[] of(final float[] input) {
		final float[] numbers = new float[length()];
		final int size = shape.height() * shape.width();
		for (int c = 0; c < shape.channels(); c++) {
			final float[] plane = new float[size];
			System.arraycopy(input, c * size, plane, 0, size);
			put(plane, numbers, c * PER_CHANNEL);
		}
		return numbers;
	}

	private void put(final float[] plane, final float[] numbers, final int at) {
		double sum = 0;
		for (final float value : plane)
			sum += value;
		final double mean = sum / plane.length;
		double squares = 0;
		double cubes = 0;
		double fourths = 0;
		for (final float value : plane) {
			final double difference = value - mean;
			final double square = difference * difference;
			squares += square;
			cubes += square * difference;
			fourths += square * square;
		}
		final double variance = squares / plane.length;
		final double deviation = Math.sqrt(variance) + NO_CONTRAST;
		final Plane pixels = new Plane(plane, shape.width(), shape.height());
		final Plane halves = pixels.halved();
		final double first = pixels.differences(1);
		numbers[at] = (float) mean;
		numbers[at + 1] = (float) Math.log(deviation);
		numbers[at + 2] = (float) (Math.cbrt(cubes / plane.length) / deviation);
		numbers[at + 3] = (float) (Math.sqrt(Math.sqrt(fourths / plane.length)) /
			deviation);
		numbers[at + 4] = ratio(first, variance);
		numbers[at + 5] = ratio(pixels.differences(2), first);
		numbers[at + 6] = ratio(halves.differences(1), variance);
		numbers[at + 7] = ratio(halves.halved().differences(1), variance);
	}

	private static float ratio(final double energy, final double beside) {
		return (float) Math.log((energy + NO_ENERGY) / (beside + NO_ENERGY));
	}

	/** One channel, row by row. */
	private record Plane(float[] values, int width, int height) {

		/** Means of 2 x 2 pixels; an odd rest is left out. */
		Plane halved() {
			final int w = width / 2;
			final int h = height / 2;
			final float[] half = new float[w * h];
			for (int y = 0; y < h; y++) {
				for (int x = 0; x < w; x++) {
					final int at = 2 * y * width + 2 * x;
					half[y * w + x] = (values[at] + values[at + 1] + values[at + width] +
						values[at + width + 1]) / 4;
				}
			}
			return new Plane(half, w, h);
		}

		/**
		 * @param order 1 for neighbors, 2 for differences of these
		 * @return the mean square, along rows and columns together; 0 if there are
		 *         none
		 */
		double differences(final int order) {
			double sum = 0;
			long count = 0;
			for (int y = 0; y < height; y++) {
				for (int x = order; x < width; x++)
					sum += square(y * width + x, 1, order);
				count += Math.max(0, width - order);
			}
			for (int y = order; y < height; y++) {
				for (int x = 0; x < width; x++)
					sum += square(y * width + x, width, order);
				count += width;
			}
			return count == 0 ? 0 : sum / count;
		}

		private double square(final int at, final int step, final int order) {
			final double difference = order == 1 ? values[at] - values[at - step]
				: values[at] - 2 * values[at - step] + values[at - 2 * step];
			return difference * difference;
		}
	}
}
