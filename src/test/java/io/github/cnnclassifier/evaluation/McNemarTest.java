
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The right answers are those of SciPy 1.17.1:
 * {@code binomtest(min(b, c), b + c, 0.5).pvalue}.
 */
class McNemarTest {

	@ParameterizedTest
	@CsvSource({ "1,0,1", "5,0,0.0625", "3,3,1", "10,2,0.03857421875",
		"25,14,0.10812902140605732", "1,7,0.0703125", "120,84,0.014066905126500509",
		"1000,900,0.023108845108901193", "0,30,1.862645149230957e-09" })
	void isTheExactTestOfImagesThatOneAloneGotRight(final long onlyFirst,
		final long onlySecond, final double expected)
	{
		assertEquals(expected, McNemar.pValue(onlyFirst, onlySecond), 1e-9 *
			expected);
		assertEquals(McNemar.pValue(onlyFirst, onlySecond), McNemar.pValue(
			onlySecond, onlyFirst));
	}

	@Test
	void withoutSuchImagesNothingTellsThemApart() {
		assertEquals(1, McNemar.pValue(0, 0));
	}

	@Test
	void manyImagesAreNoHarm() {
		assertEquals(1, McNemar.pValue(50_000, 50_000));
		assertEquals(0, McNemar.pValue(0, 5_000));
	}

	@Test
	void negativeCountsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> McNemar.pValue(-1, 3));
	}
}
