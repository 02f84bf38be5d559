
package io.github.cnnclassifier.image;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * The rule by which pixel values become values of the network's input.
 *
 * @param kind what the rule looks at
 * @param lowPercentile that becomes 0, from 0; 0 unless the kind is percentile
 * @param highPercentile that becomes 1, above the low one, above 1, to 100; 100
 *          unless the kind is percentile
 */
public record Normalization(Kind kind, double lowPercentile,
		double highPercentile)
{

	/** What a rule looks at. */
	public enum Kind {

			/** The declared range becomes 0 to 1. */
			RANGE("range", "the declared range of pixel values becomes 0 to 1"),

			/**
			 * In each channel of each image two percentiles become 0 and 1; what lies
			 * beyond is cut off there. Where both percentiles are the same value,
			 * larger ones become 1 and all others 0: a constant image is all 0.
			 */
			PERCENTILE("percentile",
				"in each channel of each image these percentiles become 0 and 1, " +
					"what lies beyond is cut off"),

			/**
			 * Mean 0 and standard deviation 1 over all channels of each image
			 * together; a constant image is all 0.
			 */
			ZSCORE_IMAGE("zscore-image",
				"each image gets mean 0 and standard deviation 1, all channels " +
					"together"),

			/**
			 * Mean 0 and standard deviation 1 in each channel of each image; a
			 * constant channel is all 0.
			 */
			ZSCORE_CHANNEL("zscore-channel",
				"each channel of each image gets mean 0 and standard deviation 1"),

			/**
			 * The mean of all training images becomes 0 and their standard deviation
			 * 1, for each channel; the numbers are stored in the model.
			 */
			ZSCORE_DATASET("zscore-dataset",
				"the mean of all training images becomes 0 and their standard " +
					"deviation 1, for each channel");

		private final String label;
		private final String meaning;

		Kind(final String label, final String meaning) {
			this.label = label;
			this.meaning = meaning;
		}

		/** @return the name in files, macros and on the command line */
		public String label() {
			return label;
		}
	}

	/** The declared range becomes 0 to 1. */
	public static final Normalization RANGE = of(Kind.RANGE);

	/**
	 * Percentiles 1 and 99.8: dust and single hot pixels have no influence, and
	 * few pixels of the objects are cut off.
	 */
	public static final Normalization PERCENTILE = percentile(1, 99.8);

	private static final String NUMBER = "(\\d{1,3}(?:\\.\\d{1,9})?)";
	private static final Pattern PERCENTILES = Pattern.compile("percentile:" +
		NUMBER + "-" + NUMBER);

	/** @throws IllegalArgumentException if the percentiles are impossible */
	public Normalization {
		final boolean possible = kind == Kind.PERCENTILE ? lowPercentile >= 0 &&
			lowPercentile < highPercentile && highPercentile > 1 &&
			highPercentile <= 100 : lowPercentile == 0 && highPercentile == 100;
		if (!possible) throw new IllegalArgumentException(
			"Impossible percentiles " + lowPercentile + " and " + highPercentile);
	}

	/**
	 * @param kind percentile means 1 and 99.8
	 * @return the rule
	 */
	public static Normalization of(final Kind kind) {
		return kind == Kind.PERCENTILE ? PERCENTILE : new Normalization(kind, 0,
			100);
	}

	/**
	 * @param low from 0
	 * @param high above {@code low} and above 1, at most 100
	 * @return the rule
	 * @throws IllegalArgumentException if the percentiles are impossible
	 */
	public static Normalization percentile(final double low, final double high) {
		return new Normalization(Kind.PERCENTILE, low, high);
	}

	/**
	 * @param text a label, or for instance "percentile:1-99"
	 * @return the rule
	 * @throws WrongUsage if it is neither
	 */
	public static Normalization parse(final String text) {
		final Matcher matcher = PERCENTILES.matcher(text);
		if (matcher.matches()) {
			final double low = Double.parseDouble(matcher.group(1));
			final double high = Double.parseDouble(matcher.group(2));
			if (low < high && high > 1 && high <= 100) return percentile(low, high);
			throw new WrongUsage("Expected two percentiles from 0 to 100, the " +
				"smaller first and the larger above 1, such as percentile:1-99.8, " +
				"found '" + text + "'.");
		}
		return Arrays.stream(Kind.values()).filter(kind -> kind.label.equals(text))
			.findFirst().map(Normalization::of).orElseThrow(() -> new WrongUsage(
				"Expected normalization to be one of range, percentile, " +
					"percentile:LOW-HIGH, zscore-image, zscore-channel, " +
					"zscore-dataset, found '" + text + "'."));
	}

	/** @return whether each image is normalized by its own values alone */
	public boolean isPerImage() {
		return kind != Kind.RANGE && kind != Kind.ZSCORE_DATASET;
	}

	/** @return whether the results lie within 0 to 1 */
	public boolean isWithinUnit() {
		return kind == Kind.RANGE || kind == Kind.PERCENTILE;
	}

	/** @return what it does, a clause without a period */
	public String meaning() {
		return kind.meaning;
	}

	/** @return what {@link #parse} takes */
	@Override
	public String toString() {
		return kind == Kind.PERCENTILE ? kind.label + ":" + RangeRules.number(
			lowPercentile) + "-" + RangeRules.number(highPercentile) : kind.label;
	}
}
