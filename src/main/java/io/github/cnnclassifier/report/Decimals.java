
package io.github.cnnclassifier.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as text, the same in every language of the machine. */
final class Decimals {

	private Decimals() {}

	/** Four digits after the point, never "-0.0000"; NaN stays "NaN". */
	static String four(final double value) {
		final String text = String.format(Locale.ROOT, "%.4f", value);
		return "-0.0000".equals(text) ? "0.0000" : text;
	}

	/** Three significant digits without an exponent, for instance "0.0000833". */
	static String threeDigits(final double value) {
		return Double.isFinite(value) ? new BigDecimal(value).round(new MathContext(
			3)).stripTrailingZeros().toPlainString() : Double.toString(value);
	}

	/** A share of 0 to 1 as percent with one digit, for instance "97.5 %". */
	static String percent(final double share) {
		return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
	}
}
