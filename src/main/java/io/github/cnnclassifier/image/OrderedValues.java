
package io.github.cnnclassifier.image;

import java.util.Arrays;

/**
 * Tells percentiles without sorting everything: the values are put in order
 * around the asked positions only. Not thread-safe.
 */
final class OrderedValues {

	/** Then the order was so unlucky that sorting is faster. */
	private static final int MOST_ROUNDS = 60;

	private final float[] values;

	/** @param values no NaN; changed in order, owned from now on */
	OrderedValues(final float[] values) {
		this.values = values;
	}

	/**
	 * @param percent 0 to 100
	 * @return interpolated linearly between the two nearest values
	 */
	double percentile(final double percent) {
		final double position = percent / 100 * (values.length - 1);
		final int index = (int) position;
		select(index);
		if (index + 1 == values.length) return values[index];
		float next = values[index + 1];
		for (int i = index + 2; i < values.length; i++) {
			if (values[i] < next) next = values[i];
		}
		return values[index] + (position - index) * ((double) next - values[index]);
	}

	/** Afterwards no value before the index is larger, none after it smaller. */
	private void select(final int index) {
		int low = 0;
		int high = values.length - 1;
		for (int round = 0; low < high; round++) {
			if (round == MOST_ROUNDS) {
				Arrays.sort(values, low, high + 1);
				return;
			}
			final float pivot = median(values[low], values[(low + high) >>> 1],
				values[high]);
			int i = low;
			int j = high;
			while (i <= j) {
				while (values[i] < pivot)
					i++;
				while (values[j] > pivot)
					j--;
				if (i > j) break;
				final float swapped = values[i];
				values[i++] = values[j];
				values[j--] = swapped;
			}
			if (index <= j) high = j;
			else if (index >= i) low = i;
			else return;
		}
	}

	private static float median(final float a, final float b, final float c) {
		return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
	}
}
