
package io.github.cnnclassifier.evaluation;

/**
 * How often each actual class (row) was predicted as each class (column).
 * Immutable and safe to share between threads.
 */
public final class ConfusionMatrix {

	private final long[][] counts;

	private ConfusionMatrix(final long[][] counts) {
		this.counts = counts;
	}

	/**
	 * @param classes number of classes, at least 1
	 * @param actual 0-based true classes, one per image; may be empty
	 * @param predicted 0-based predicted classes in the same order
	 * @return the counts of all pairs
	 * @throws IllegalArgumentException if there is no class, if the arrays differ
	 *           in length, or if an index is not a class
	 */
	public static ConfusionMatrix of(final int classes, final int[] actual,
		final int[] predicted)
	{
		if (classes < 1) throw new IllegalArgumentException(
			"Expected at least one class, got " + classes);
		if (actual.length != predicted.length) throw new IllegalArgumentException(
			"Expected as many predicted as actual classes, got " + predicted.length +
				" and " + actual.length);
		final long[][] counts = new long[classes][classes];
		for (int i = 0; i < actual.length; i++) {
			requireClass(actual[i], classes);
			requireClass(predicted[i], classes);
			counts[actual[i]][predicted[i]]++;
		}
		return new ConfusionMatrix(counts);
	}

	private static void requireClass(final int index, final int classes) {
		if (index < 0 || index >= classes) throw new IllegalArgumentException(
			"Expected a class index from 0 to " + (classes - 1) + ", got " + index);
	}

	/** @return the number of classes, which is that of rows and of columns */
	public int classes() {
		return counts.length;
	}

	/**
	 * @param actual row, 0-based
	 * @param predicted column, 0-based
	 * @return number of images
	 */
	public long count(final int actual, final int predicted) {
		return counts[actual][predicted];
	}

	/**
	 * @param actual row, 0-based
	 * @return the support: number of images that are of this class
	 */
	public long rowSum(final int actual) {
		long sum = 0;
		for (final long count : counts[actual]) {
			sum += count;
		}
		return sum;
	}

	/**
	 * @param predicted column, 0-based
	 * @return number of images that were taken for this class
	 */
	public long columnSum(final int predicted) {
		long sum = 0;
		for (final long[] row : counts) {
			sum += row[predicted];
		}
		return sum;
	}

	/** @return number of images on the diagonal */
	public long correct() {
		long sum = 0;
		for (int i = 0; i < counts.length; i++) {
			sum += counts[i][i];
		}
		return sum;
	}

	/** @return number of all images */
	public long total() {
		long sum = 0;
		for (int i = 0; i < counts.length; i++) {
			sum += rowSum(i);
		}
		return sum;
	}
}
