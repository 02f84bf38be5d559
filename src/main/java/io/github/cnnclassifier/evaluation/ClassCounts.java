
package io.github.cnnclassifier.evaluation;

import java.util.Arrays;

/**
 * Of each class, how many images are of it, how many were taken for it, and how
 * many of these are both: all that figures of answers need. Not thread-safe
 * while it is filled.
 */
final class ClassCounts {

	private final long[] right;
	private final long[] actual;
	private final long[] predicted;

	/** @param classes how many there are */
	ClassCounts(final int classes) {
		right = new long[classes];
		actual = new long[classes];
		predicted = new long[classes];
	}

	static ClassCounts of(final ConfusionMatrix matrix) {
		final ClassCounts counts = new ClassCounts(matrix.classes());
		for (int row = 0; row < matrix.classes(); row++)
			for (int column = 0; column < matrix.classes(); column++)
				counts.add(row, column, matrix.count(row, column));
		return counts;
	}

	/**
	 * @param actualClass 0-based
	 * @param predictedClass 0-based
	 * @param images how many of them
	 */
	void add(final int actualClass, final int predictedClass, final long images) {
		if (actualClass == predictedClass) right[actualClass] += images;
		actual[actualClass] += images;
		predicted[predictedClass] += images;
	}

	int classes() {
		return actual.length;
	}

	long right(final int label) {
		return right[label];
	}

	long actual(final int label) {
		return actual[label];
	}

	long predicted(final int label) {
		return predicted[label];
	}

	/** @return how many images were classified correctly */
	long correct() {
		return Arrays.stream(right).sum();
	}

	/** @return how many images there are */
	long total() {
		return Arrays.stream(actual).sum();
	}
}
