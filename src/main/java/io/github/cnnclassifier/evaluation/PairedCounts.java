
package io.github.cnnclassifier.evaluation;

import java.util.List;

/**
 * How many images each of two classifiers got right.
 *
 * @param both images that both got right
 * @param onlyFirst images that only the first got right
 * @param onlySecond images that only the second got right
 * @param neither images that none got right
 */
public record PairedCounts(long both, long onlyFirst, long onlySecond,
		long neither)
{

	/**
	 * @param images any number
	 * @return their counts
	 */
	static PairedCounts of(final List<ComparedPrediction> images) {
		final long[] counts = new long[4];
		for (final ComparedPrediction image : images)
			counts[(image.firstRight() ? 0 : 2) + (image.secondRight() ? 0 : 1)]++;
		return new PairedCounts(counts[0], counts[1], counts[2], counts[3]);
	}

	/** @return how many images there are */
	public long images() {
		return both + onlyFirst + onlySecond + neither;
	}

	/** @return the share of images that the first got right; NaN of none */
	public double first() {
		return (double) (both + onlyFirst) / images();
	}

	/** @return the share of images that the second got right; NaN of none */
	public double second() {
		return (double) (both + onlySecond) / images();
	}

	/** @return see {@link McNemar} */
	public double pValue() {
		return McNemar.pValue(onlyFirst, onlySecond);
	}
}
