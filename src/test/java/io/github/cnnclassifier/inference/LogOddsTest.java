
package io.github.cnnclassifier.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogOddsTest {

	@Test
	void oddsOfTwoToOneAreTheLogarithmOfTwo() {
		assertEquals(Math.log(2), LogOdds.of(new float[] { 0.5f, 0.5f, 0, 2 / 3f,
			0.25f, 1 / 12f }, 1, 3, 0), 1e-6);
	}

	/** 1 - p would be 0. */
	@Test
	void aProbabilityNearOneIsToldFromOneThatIsNearer() {
		assertEquals(Math.log(1e12), LogOdds.of(new float[] { 1, 1e-12f }, 0, 2, 0),
			1e-5);
		assertEquals(-Math.log(1e12), LogOdds.of(new float[] { 1, 1e-12f }, 0, 2,
			1), 1e-5);
	}

	@Test
	void aProbabilityOfZeroStaysFinite() {
		assertEquals(-Math.log(Float.MIN_NORMAL), LogOdds.of(new float[] { 1, 0 },
			0, 2, 0), 1e-6);
	}

	@Test
	void rawOutputsThatAllRiseChangeNothing() {
		final double[] low = { 1, 2, -1 };
		final double[] high = { 1001, 1002, 999 };
		assertEquals(LogOdds.of(low, 1), LogOdds.of(high, 1), 1e-9);
		double sum = 0;
		for (final double g : LogOdds.gradient(high, 1))
			sum += g;
		assertEquals(0, sum, 1e-12);
	}
}
