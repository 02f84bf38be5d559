
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.random.SeedTree;

class DecimalsTest {

	@Test
	void fourDigitsAreThoseOfExactRounding() {
		final SplittableRandom random = new SeedTree(1).random();
		for (int i = 0; i < 20_000; i++) {
			final double value = i % 2 == 0 ? random.nextDouble() : random.nextDouble(
				-1e6, 1e6);
			assertEquals(new BigDecimal(value).setScale(4, RoundingMode.HALF_UP)
				.toPlainString(), Decimals.four(value));
		}
	}

	@Test
	void thereIsNoNegativeZeroAndNothingIsCutOff() {
		assertEquals("0.0000", Decimals.four(-0.00001));
		assertEquals("0.0000", Decimals.four(0));
		assertEquals("1.0000", Decimals.four(0.99996));
		assertEquals("-1.0001", Decimals.four(-1.0001));
		assertEquals("NaN", Decimals.four(Double.NaN));
		assertEquals("12345678901.5000", Decimals.four(12345678901.5));
	}
}
