
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class ValueSummaryTest {

	private static ValueSummary of(final float... values) {
		return ValueSummary.of(image(1, values)).get(0);
	}

	private static SampleImage image(final int channels, final float... values) {
		return new SampleImage(values.length / channels, 1, channels, false, 32,
			Pixels.of(values), null, "memory");
	}

	/** The same figures by sorting. */
	private static ValueSummary sorted(final float[] values) {
		final float[] s = values.clone();
		Arrays.sort(s);
		final float max = s[s.length - 1];
		final long maxCount = count(values, max);
		final int below = s.length - 1 - (int) maxCount;
		final float next = below < 0 ? Float.NEGATIVE_INFINITY : s[below];
		double sum = 0;
		for (final float v : values) {
			sum += v;
		}
		return new ValueSummary(s[0], max, sum, maxCount, next, below < 0 ? 0
			: count(values, next));
	}

	private static long count(final float[] values, final float value) {
		long count = 0;
		for (final float v : values) {
			if (v == value) count++;
		}
		return count;
	}

	@Test
	void figuresAreThoseOfTheSortedValuesWhateverStoresThem() {
		final Random random = new Random(5);
		for (int run = 0; run < 300; run++) {
			final float scale = new float[] { 1, 200, 0.5f }[run % 3];
			final int levels = 1 + random.nextInt(run % 2 == 0 ? 4 : 256);
			final float[] values = new float[1 + random.nextInt(70)];
			for (int i = 0; i < values.length; i++) {
				values[i] = scale * random.nextInt(levels);
			}
			assertEquals(sorted(values), of(values), Arrays.toString(values));
		}
	}

	@Test
	void largestAndSmallestBytesCount() {
		assertEquals(new ValueSummary(0, 255, 510, 2, 0, 1), of(255, 0, 255));
	}

	@Test
	void equalValuesHaveNoNextOne() {
		assertEquals(new ValueSummary(7, 7, 21, 3, Float.NEGATIVE_INFINITY, 0), of(
			7, 7, 7));
		assertEquals(new ValueSummary(-0.5f, -0.5f, -1, 2, Float.NEGATIVE_INFINITY,
			0), of(-0.5f, -0.5f));
	}

	@Test
	void eachChannelHasItsOwnFigures() {
		final SampleImage image = image(2, 1, 2, 300, 400);
		assertEquals(2, ValueSummary.of(image).get(0).max());
		assertEquals(300, ValueSummary.of(image).get(1).min());
	}

	@Test
	void notANumberAndInfinitiesShow() {
		assertTrue(Float.isNaN(of(1, Float.NaN, 2).min()));
		assertEquals(Float.POSITIVE_INFINITY, of(1, Float.POSITIVE_INFINITY).max());
		assertEquals(Float.NEGATIVE_INFINITY, of(1, Float.NEGATIVE_INFINITY).min());
	}
}
