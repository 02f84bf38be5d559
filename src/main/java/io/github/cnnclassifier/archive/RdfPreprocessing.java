
package io.github.cnnclassifier.archive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.image.Intensity;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Normalization;

/** The intensity rule in the words of BioImage.IO, format 0.5. */
final class RdfPreprocessing {

	/** The format wants one above 0; this one is lost in any result. */
	private static final BigDecimal EPSILON = new BigDecimal("1E-12");
	private static final String AXES = "axes";
	private static final List<String> ONE_CHANNEL = List.of("y", "x");
	private static final List<String> ALL_CHANNELS = List.of("channel", "y", "x");

	private RdfPreprocessing() {}

	/** @return the steps in order; empty if values stay as they are */
	static List<Object> of(final Intensity intensity) {
		final Normalization rule = intensity.normalization();
		return switch (rule.kind()) {
			case RANGE -> range(intensity.range());
			case PERCENTILE -> percentile(rule);
			case ZSCORE_IMAGE -> List.of(zScore(ALL_CHANNELS));
			case ZSCORE_CHANNEL -> List.of(zScore(ONE_CHANNEL));
			case ZSCORE_DATASET -> dataset(intensity);
		};
	}

	private static List<Object> range(final IntensityRange range) {
		final double gain = 1 / (range.max() - range.min());
		final double offset = -range.min() * gain + 0.0;
		// the format forbids scaling that changes nothing
		if (gain == 1 && offset == 0) return List.of();
		return List.of(step("scale_linear", "gain", number(gain), "offset", number(
			offset)));
	}

	private static List<Object> percentile(final Normalization rule) {
		final Map<String, Object> scaling = step("scale_range", AXES, ONE_CHANNEL,
			"min_percentile", number(rule.lowPercentile()), "max_percentile", number(
				rule.highPercentile()), "eps", EPSILON);
		return List.of(scaling, step("clip", "min", number(0), "max", number(1)));
	}

	private static Map<String, Object> zScore(final List<String> axes) {
		return step("zero_mean_unit_variance", AXES, axes, "eps", EPSILON);
	}

	private static List<Object> dataset(final Intensity intensity) {
		final List<Object> steps = new ArrayList<>(range(intensity.range()));
		steps.add(step("fixed_zero_mean_unit_variance", "mean", numbers(intensity
			.statistics().means()), "std", numbers(intensity.statistics()
				.deviations()), "axis", "channel"));
		return steps;
	}

	private static Map<String, Object> step(final String id,
		final Object... namesAndValues)
	{
		final Map<String, Object> kwargs = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2)
			kwargs.put((String) namesAndValues[i], namesAndValues[i + 1]);
		final Map<String, Object> step = new LinkedHashMap<>();
		step.put("id", id);
		step.put("kwargs", kwargs);
		return step;
	}

	private static List<BigDecimal> numbers(final List<Double> values) {
		return values.stream().map(RdfPreprocessing::number).toList();
	}

	/** Java's 1.0E7 is a text to some YAML readers, 1.0E+7 to none. */
	static BigDecimal number(final double value) {
		return new BigDecimal(Double.toString(value));
	}
}
