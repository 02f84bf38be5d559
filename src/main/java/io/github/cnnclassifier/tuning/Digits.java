
package io.github.cnnclassifier.tuning;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers of settings as a person writes them. */
final class Digits {

	/** More say nothing where a training is a matter of chance. */
	private static final MathContext THREE = new MathContext(3);

	private Digits() {}

	/** @return all digits, without exponent and needless zeros */
	static String text(final double value) {
		return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros()
			.toPlainString();
	}

	/** @return the same to three digits */
	static String three(final double value) {
		return value == 0 ? "0" : BigDecimal.valueOf(value).round(THREE)
			.stripTrailingZeros().toPlainString();
	}
}
