
package io.github.cnnclassifier.archive;

import io.github.cnnclassifier.image.Intensity;
import io.github.cnnclassifier.image.Normalization;

/** What is done to the pixel values, as a formula for people. */
final class InputFormula {

	private static final String RANGE = "(pixel value - min) / (max - min)";

	private InputFormula() {}

	static String of(final Intensity intensity) {
		final Normalization rule = intensity.normalization();
		return switch (rule.kind()) {
			case RANGE -> RANGE;
			case PERCENTILE ->
				"per image and channel (pixel value - low) / (high - " +
					"low), cut off at 0 and 1; low and high are the percentiles " + rule
						.lowPercentile() + " and " + rule.highPercentile();
			case ZSCORE_IMAGE ->
				"(pixel value - mean of the image) / standard deviation of the image";
			case ZSCORE_CHANNEL ->
				"(pixel value - mean of the channel) / standard deviation of the " +
					"channel, per image";
			case ZSCORE_DATASET -> "(" + RANGE + " - mean) / standard deviation, " +
				"with means " + intensity.statistics().means() +
				" and standard deviations " + intensity.statistics().deviations() +
				" of the channels";
		};
	}
}
