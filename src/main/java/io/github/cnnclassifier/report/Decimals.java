
package io.github.cnnclassifier.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as text, the same in every language of the machine. */
final class Decimals {

	private static final long SCALE = 10_000;
	/** Beyond, a product with the scale is no longer exact enough. */
	private static final double LARGEST_SCALED = 1e9;
	/** Nearer to a half, the error of the product could decide. */
	private static final double CERTAIN = 0.499;

	private Decimals() {}

	/**
	 * Four digits after the point, never "-0.0000"; NaN stays "NaN". Tables of
	 * many images have millions of such numbers, for which Java's formatter takes
	 * longer than the network.
	 */
	static String four(final double value) {
		if (!(Math.abs(value) < LARGEST_SCALED)) return String.format(Locale.ROOT,
			"%.4f", value);
		final long scaled = Math.round(Math.abs(value) * SCALE);
		final String digits = Long.toString(SCALE + scaled % SCALE).substring(1);
		return (value < 0 && scaled > 0 ? "-" : "") + scaled / SCALE + "." + digits;
	}

	/** Three significant digits without an exponent, for instance "0.0000833". */
	static String threeDigits(final double value) {
		return Double.isFinite(value) ? new BigDecimal(value).round(new MathContext(
			3)).stripTrailingZeros().toPlainString() : Double.toString(value);
	}

	/**
	 * At most four digits after the point and none that say nothing, for instance
	 * "255", "0.325"; small numbers with four significant digits; nothing for
	 * NaN.
	 */
	static String plain(final double value) {
		if (Double.isNaN(value)) return "";
		final double scaled = value * SCALE;
		final double nearest = Math.rint(scaled);
		// tables have many such numbers, and a BigDecimal takes long
		if (Math.abs(value) >= 0.1 && Math.abs(value) < LARGEST_SCALED && Math.abs(
			scaled - nearest) < CERTAIN) return stripped((long) nearest);
		if (value == 0 || !Double.isFinite(value)) return Double.toString(value)
			.replace(".0", "").replace("-0", "0");
		final BigDecimal exact = new BigDecimal(value);
		final BigDecimal rounded = Math.abs(value) < 0.1 ? exact.round(
			new MathContext(4)) : exact.setScale(4, RoundingMode.HALF_EVEN);
		return rounded.stripTrailingZeros().toPlainString();
	}

	private static String stripped(final long tenThousandths) {
		final long size = Math.abs(tenThousandths);
		final long fraction = size % SCALE;
		final String whole = (tenThousandths < 0 ? "-" : "") + size / SCALE;
		if (fraction == 0) return whole;
		int end = 5;
		final String digits = Long.toString(SCALE + fraction);
		while (digits.charAt(end - 1) == '0') {
			end--;
		}
		return whole + "." + digits.substring(1, end);
	}

	/** A share of 0 to 1 as percent with one digit, for instance "97.5 %". */
	static String percent(final double share) {
		return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
	}
}
