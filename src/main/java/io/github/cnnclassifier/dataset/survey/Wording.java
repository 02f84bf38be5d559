
package io.github.cnnclassifier.dataset.survey;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How findings name things and count them. */
public final class Wording {

	private static final int EXAMPLES = 5;

	private Wording() {}

	/** @return for instance "1 image", "3 images" */
	public static String images(final long count) {
		return count == 1 ? "1 image" : count + " images";
	}

	/** @return for instance "1 image is", "3 images are" */
	public static String imagesAre(final long count) {
		return count == 1 ? "1 image is" : count + " images are";
	}

	/**
	 * @return the first few, for instance "a.png, b.png, ..." without a period
	 */
	public static String examples(final List<String> names) {
		return examples(names, ", ");
	}

	/** @return the first few, with this between them */
	public static String examples(final List<String> names,
		final String separator)
	{
		return names.stream().limit(EXAMPLES).collect(Collectors.joining(
			separator)) + (names.size() > EXAMPLES ? separator + "..." : "");
	}

	/**
	 * @return for instance "3 images 8 bit, 1 image 16 bit", in the map's order
	 */
	public static String counts(final Map<?, Long> counts, final String unit) {
		return examples(counts.entrySet().stream().map(entry -> images(entry
			.getValue()) + " " + entry.getKey() + unit).toList());
	}

	/** @return for instance "64 x 48" */
	public static String size(final SurveyedSample sample) {
		return sample.width() + " x " + sample.height();
	}

	/** @return whole numbers without a point, others with six digits at most */
	public static String number(final double v) {
		if (v == Math.rint(v) && Math.abs(v) < 1e15) return Long.toString((long) v);
		return new BigDecimal(v).round(new MathContext(6)).stripTrailingZeros()
			.toPlainString();
	}
}
