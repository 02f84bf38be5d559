
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class OrderedValuesTest {

	/** The definition, on sorted values. */
	private static double expected(final float[] values, final double percent) {
		final float[] sorted = values.clone();
		Arrays.sort(sorted);
		final double position = percent / 100 * (sorted.length - 1);
		final int index = (int) position;
		if (index + 1 == sorted.length) return sorted[index];
		return sorted[index] + (position - index) * ((double) sorted[index + 1] -
			sorted[index]);
	}

	private static void check(final float[] values) {
		final OrderedValues ordered = new OrderedValues(values.clone());
		for (final double percent : new double[] { 1, 99.8, 0, 100, 50, 33.3 }) {
			assertEquals(expected(values, percent), ordered.percentile(percent));
		}
	}

	@Test
	void percentilesAreThoseOfSortedValues() {
		final SplittableRandom random = new SplittableRandom(4);
		for (int run = 0; run < 500; run++) {
			final float[] values = new float[1 + random.nextInt(300)];
			final int levels = 1 + random.nextInt(500);
			for (int i = 0; i < values.length; i++) {
				values[i] = random.nextInt(levels) / 7f - 10;
			}
			check(values);
		}
	}

	@Test
	void orderedInputIsNoTrap() {
		final float[] up = new float[5000];
		final float[] down = new float[5000];
		final float[] pipes = new float[5000];
		for (int i = 0; i < up.length; i++) {
			up[i] = i;
			down[i] = -i;
			pipes[i] = Math.min(i, up.length - i);
		}
		check(up);
		check(down);
		check(pipes);
		check(new float[5000]);
	}
}
