
package io.github.cnnclassifier.dataset.prepare;

import java.util.List;
import java.util.function.ToIntFunction;

import io.github.cnnclassifier.dataset.survey.SurveyedSample;

/**
 * The default size of the network's input.
 *
 * @param width in pixels
 * @param height in pixels
 * @param reason a plain sentence
 */
record InputSize(int width, int height, String reason) {

	private static final int SMALLEST_UNTOUCHED = 16;
	private static final int SMALLEST = 28;
	private static final int LARGEST = 128;
	private static final double ALMOST_SQUARE = 1.1;

	/**
	 * Of images whose pixels stay as large as they are or get one size. The size
	 * that all images have, if it is 16 to 128 pixels a side; else their median
	 * size, made smaller in proportion until no side is longer than 128, each
	 * side at least 28 and a multiple of 4, and square where the sides differ by
	 * less than 10 %.
	 */
	static InputSize of(final List<SurveyedSample> samples,
		final CommonPixelSize pixels)
	{
		final int width = median(samples, pixels::width);
		final int height = median(samples, pixels::height);
		final boolean equal = samples.stream().allMatch(sample -> pixels.width(
			sample) == width && pixels.height(sample) == height);
		final String images = equal ? "All images have " + width + " x " + height +
			" pixels" : "The images differ in size, the median is " + width + " x " +
				height + " pixels";
		if (equal && untouched(width) && untouched(height)) return new InputSize(
			width, height, images + ", and so has the input.");
		final boolean square = Math.max(width, height) <= ALMOST_SQUARE * Math.min(
			width, height);
		final double mean = (width + height) / 2.0;
		final double shrink = Math.min(1, LARGEST / (square ? mean : (double) Math
			.max(width, height)));
		final int w = side((square ? mean : width) * shrink);
		final int h = side((square ? mean : height) * shrink);
		return new InputSize(w, h, images + "; the input has " + w + " x " + h +
			".");
	}

	private static boolean untouched(final int length) {
		return length >= SMALLEST_UNTOUCHED && length <= LARGEST;
	}

	private static int side(final double length) {
		final int rounded = 4 * (int) Math.round(length / 4);
		return Math.max(SMALLEST, Math.min(LARGEST, rounded));
	}

	private static int median(final List<SurveyedSample> samples,
		final ToIntFunction<SurveyedSample> length)
	{
		return samples.stream().mapToInt(length).sorted().skip((samples.size() -
			1) / 2).findFirst().orElseThrow();
	}
}
