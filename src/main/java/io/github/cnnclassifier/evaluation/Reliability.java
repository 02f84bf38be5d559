
package io.github.cnnclassifier.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * The reliability diagram as data: how often answers are right that are about
 * as sure (Guo et al., 2017, after Niculescu-Mizil and Caruana, 2005).
 *
 * @param bins {@link #BINS} of equal width, from unsure to sure; copied
 */
public record Reliability(List<Bin> bins) {

	/** As in Guo et al., 2017. */
	public static final int BINS = 15;

	/**
	 * Answers with a confidence above {@code low}, at most {@code high}.
	 *
	 * @param low 0 to below 1; answers of 0 are in the first one
	 * @param high above low, to 1
	 * @param count how many there are
	 * @param confidence their mean confidence; NaN if there is none
	 * @param accuracy the share of them that is right; NaN if there is none
	 */
	public record Bin(double low, double high, long count, double confidence,
			double accuracy)
	{
	}

	/** Copies the list. */
	public Reliability {
		bins = List.copyOf(bins);
	}

	/**
	 * @param predictions any number
	 * @return their diagram
	 */
	public static Reliability of(final List<LabeledPrediction> predictions) {
		final long[] counts = new long[BINS];
		final long[] right = new long[BINS];
		final double[] confidences = new double[BINS];
		for (final LabeledPrediction p : predictions) {
			final int bin = bin(p);
			counts[bin]++;
			confidences[bin] += p.prediction().confidence();
			if (p.correct()) right[bin]++;
		}
		final List<Bin> bins = new ArrayList<>();
		for (int i = 0; i < BINS; i++)
			bins.add(new Bin((double) i / BINS, (double) (i + 1) / BINS, counts[i],
				confidences[i] / counts[i], (double) right[i] / counts[i]));
		return new Reliability(bins);
	}

	/** @return the 0-based bin of an answer */
	static int bin(final LabeledPrediction prediction) {
		final int above = (int) Math.ceil((double) prediction.prediction()
			.confidence() * BINS);
		return Math.max(0, Math.min(BINS - 1, above - 1));
	}

	/** @return how many answers there are */
	public long images() {
		return bins.stream().mapToLong(Bin::count).sum();
	}

	/**
	 * @return the expected calibration error: the mean distance of confidence and
	 *         accuracy over the bins, weighed by their counts (Naeini, Cooper and
	 *         Hauskrecht, 2015), 0 to 1; 0 without any answer
	 */
	public double expectedError() {
		final long images = images();
		return bins.stream().filter(bin -> bin.count() > 0).mapToDouble(bin -> bin
			.count() * Math.abs(bin.accuracy() - bin.confidence()) / images).sum();
	}
}
