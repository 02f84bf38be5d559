
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether changed answers are more than chance. */
class SignFlipsTest {

	private static double[] changes(final int worse, final int better) {
		return IntStream.range(0, worse + better).mapToDouble(i -> i < worse ? -1
			: 1).toArray();
	}

	/**
	 * One-sided sign test against 0.02275: of 6 changes all are needed (1/64), of
	 * 8 all (9/256 for one better), of 9 one may be better (10/512), of 16 four
	 * may not (0.0384) and three may (0.0106).
	 */
	@ParameterizedTest
	@CsvSource({ "0, 0, false", "1, 0, false", "5, 0, false", "6, 0, true",
		"7, 1, false", "8, 0, true", "8, 1, true", "12, 4, false", "13, 3, true",
		"0, 9, false", "3, 3, false" })
	void fewChangesAreCountedExactly(final int worse, final int better,
		final boolean expected)
	{
		assertEquals(expected, SignFlips.isClearlyDown(changes(worse, better)));
	}

	/** (worse - better) / sqrt(changes) above 2. */
	@ParameterizedTest
	@CsvSource({ "60, 40, false", "61, 40, true", "210, 190, false",
		"221, 179, true" })
	void manyChangesAreMeasuredInStandardErrors(final int worse, final int better,
		final boolean expected)
	{
		assertEquals(expected, SignFlips.isClearlyDown(changes(worse, better)));
	}

	@Test
	void whatDidNotChangeDoesNotCount() {
		final double[] some = Arrays.copyOf(changes(5, 0), 100);
		assertEquals(false, SignFlips.isClearlyDown(some));
	}

	/** However many images it has, it could as well have been the other way. */
	@Test
	void aSingleLargeUnitIsChance() {
		assertEquals(false, SignFlips.isClearlyDown(-40, 1, 1, -1));
	}
}
