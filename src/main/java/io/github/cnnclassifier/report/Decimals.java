
package io.github.cnnclassifier.report;

import java.util.Locale;

/** Numbers as text, the same in every language of the machine. */
final class Decimals {

	private Decimals() {}

	/** Four digits after the point; NaN stays "NaN". */
	static String four(final double value) {
		return String.format(Locale.ROOT, "%.4f", value);
	}

	/** A share of 0 to 1 as percent with one digit, for instance "97.5 %". */
	static String percent(final double share) {
		return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
	}
}
