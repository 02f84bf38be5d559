
package io.github.cnnclassifier.evaluation;

/**
 * How well one class was recognized. All figures are 0 to 1, and 0 where they
 * are not defined (0/0).
 *
 * @param label name of the class
 * @param support number of images that are of this class
 * @param predicted number of images that were taken for this class
 * @param precision share of {@code predicted} that was right
 * @param recall share of {@code support} that was found
 * @param f1 harmonic mean of precision and recall
 * @param precisionDefined false if the class was never predicted
 * @param recallDefined false if no image is of this class
 */
public record ClassFigures(String label, long support, long predicted,
		double precision, double recall, double f1, boolean precisionDefined,
		boolean recallDefined)
{

	static ClassFigures of(final String label, final ClassCounts counts,
		final int index)
	{
		final long hits = counts.right(index);
		final long support = counts.actual(index);
		final long predicted = counts.predicted(index);
		return new ClassFigures(label, support, predicted, ratio(hits, predicted),
			ratio(hits, support), ratio(2 * hits, support + predicted), predicted > 0,
			support > 0);
	}

	private static double ratio(final long part, final long whole) {
		return whole == 0 ? 0 : (double) part / whole;
	}

	/**
	 * @return whether the class is in the truth or was predicted at least once
	 */
	public boolean appears() {
		return precisionDefined || recallDefined;
	}

	/** @return how many of precision, recall and F1 are 0/0 */
	int undefined() {
		return (precisionDefined ? 0 : 1) + (recallDefined ? 0 : 1) + (appears() ? 0
			: 1);
	}
}
