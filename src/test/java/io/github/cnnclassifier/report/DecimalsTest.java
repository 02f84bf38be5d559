
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
	void plainNumbersAreThoseOfExactRounding() {
		final SplittableRandom random = new SeedTree(2).random();
		for (int i = 0; i < 20_000; i++) {
			final double exact = random.nextDouble(-3e5, 3e5);
			// halves of the last digit, short numbers and whole ones too
			final double value = switch (i % 4) {
				case 0 -> Math.rint(exact * 16) / 32;
				case 1 -> Math.rint(exact * 1e3) / 1e3;
				case 2 -> Math.rint(exact);
				default -> exact;
			};
			if (Math.abs(value) < 0.1) continue;
			assertEquals(new BigDecimal(value).setScale(4, RoundingMode.HALF_EVEN)
				.stripTrailingZeros().toPlainString(), Decimals.plain(value));
		}
		assertEquals("0.03125", Decimals.plain(0.03125));
		assertEquals("0", Decimals.plain(-0.0));
		assertEquals("0.1", Decimals.plain(0.1));
		assertEquals("-255", Decimals.plain(-255));
		assertEquals("", Decimals.plain(Double.NaN));
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
