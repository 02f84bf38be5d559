
package io.github.cnnclassifier.evaluation;

import java.util.Arrays;

/**
 * All figures of some images, or of a draw of them: made in one way, so that
 * intervals are those of the very figures that are shown.
 *
 * @param figures of the answers
 * @param crossEntropy mean loss
 * @param top of 2, 3 and 5 best classes, the share of images whose class is
 *          among them; NaN where there are not more classes than that
 * @param rocAreas of each class; NaN where there is none
 * @param averagePrecisions of each class; NaN where there is none
 */
record FigureValues(Figures figures, double crossEntropy, double[] top,
		double[] rocAreas, double[] averagePrecisions)
{

	/** How many best classes count as a hit. */
	static final int[] TOPS = { 2, 3, 5 };

	double top(final int best) {
		return top[Arrays.binarySearch(TOPS, best)];
	}

	double macroRocArea() {
		return mean(rocAreas);
	}

	double macroAveragePrecision() {
		return mean(averagePrecisions);
	}

	/** Of those that are defined; NaN if none is. */
	private static double mean(final double[] areas) {
		return Arrays.stream(areas).filter(a -> !Double.isNaN(a)).average().orElse(
			Double.NaN);
	}

	/** @return how many of them are 0/0 */
	int undefined() {
		return figures.undefined() + missing(rocAreas) + missing(averagePrecisions);
	}

	private static int missing(final double[] areas) {
		return (int) Arrays.stream(areas).filter(Double::isNaN).count();
	}
}
