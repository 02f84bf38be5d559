
package io.github.cnnclassifier.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowAxisTest {

	@Test
	void lastWindowIsFlushWithTheBorder() {
		final WindowAxis axis = new WindowAxis(20, 8, 5);
		assertEquals(4, axis.count());
		assertEquals("[0, 5, 10, 12]", IntStream.range(0, 4).map(axis::start)
			.boxed().toList().toString());
	}

	/** Against the plain search. */
	@ParameterizedTest
	@CsvSource({ "20,8,5", "20,8,8", "8,8,2", "21,7,1", "100,28,7", "33,10,9" })
	void firstAndLastAreThoseOfAPlainSearch(final int length, final int window,
		final int stride)
	{
		final WindowAxis axis = new WindowAxis(length, window, stride);
		for (int p = 0; p < length; p++) {
			final int pixel = p;
			final int[] holding = IntStream.range(0, axis.count()).filter(i -> axis
				.start(i) <= pixel && pixel < axis.start(i) + window).toArray();
			assertTrue(holding.length > 0, "pixel " + p);
			assertEquals(holding[0], axis.first(p), "pixel " + p);
			assertEquals(holding[holding.length - 1], axis.last(p), "pixel " + p);
		}
	}

	@ParameterizedTest
	@CsvSource({ "20,8,5", "28,28,7", "21,7,1", "33,10,9" })
	void weightsOfAPixelAddUpToOneAndAreNeverZero(final int length,
		final int window, final int stride)
	{
		final WindowAxis axis = new WindowAxis(length, window, stride);
		final Blending blending = new Blending(axis);
		for (int p = 0; p < length; p++) {
			float sum = 0;
			for (final float weight : blending.weights(p)) {
				assertTrue(weight > 0);
				sum += weight;
			}
			assertEquals(1, sum, 1e-6);
			assertEquals(axis.first(p), blending.first(p));
		}
	}

	@Test
	void pixelsBetweenWindowsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new WindowAxis(20, 8,
			9));
		assertThrows(IllegalArgumentException.class, () -> new WindowAxis(7, 8, 1));
	}
}
