
package io.github.cnnclassifier.dataset.prepare;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.dataset.survey.ChannelExtremes;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.ChannelStatistics;
import io.github.cnnclassifier.image.Intensity;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.ResizeRule;

/** Chooses preprocessing that fits the images, and says why. */
public final class PreprocessingDefaults {

	private PreprocessingDefaults() {}

	/**
	 * @param samples of the training and validation sides only, at least one:
	 *          what is learned from test images is not allowed to matter
	 * @param options what the user decided already
	 * @return preprocessing and reasons; for {@code zscore-dataset} with numbers
	 *         that {@link TrainingStatistics} must still replace
	 * @throws UserFailure if the images differ in channels, or have no pixel size
	 *           where it is needed
	 */
	public static ChosenPreprocessing choose(final List<SurveyedSample> samples,
		final PreprocessingOptions options)
	{
		final CommonPixelSize pixels = CommonPixelSize.of(samples, options
			.pixelSize());
		final InputSize size = size(samples, pixels, options);
		final InputChannels channels = options.channelRule() == null ? InputChannels
			.of(samples) : InputChannels.of(samples, options.channelRule());
		final List<String> reasons = new ArrayList<>();
		if (pixels.size() != null) reasons.add(pixels.reason());
		reasons.add(size.reason());
		final ResizeRule resize = resize(options, reasons);
		reasons.add(channels.reason());
		final Intensity intensity = intensity(samples, channels, options, reasons);
		return new ChosenPreprocessing(new Preprocessing(size.width(), size
			.height(), channels.channels(), channels.rule(), pixels.size(), resize,
			intensity), List.copyOf(reasons));
	}

	private static ResizeRule resize(final PreprocessingOptions options,
		final List<String> reasons)
	{
		final ResizeRule usual = options.pixelSize() == null ? ResizeRule.STRETCH
			: ResizeRule.NONE;
		final ResizeRule rule = options.resize() == null ? usual : options.resize();
		if (options.resize() != null) reasons.add("As asked for, resize=" + rule
			.label() + ": " + rule.meaning() + ".");
		return rule;
	}

	private static Intensity intensity(final List<SurveyedSample> samples,
		final InputChannels channels, final PreprocessingOptions options,
		final List<String> reasons)
	{
		final Normalization rule = options.normalization() == null
			? Normalization.RANGE : options.normalization();
		final List<String> reason = new ArrayList<>();
		final IntensityRange range = range(samples, channels.rule(), options
			.range(), reason);
		if (!rule.isPerImage()) reasons.addAll(reason);
		if (!rule.equals(Normalization.RANGE)) reasons.add(
			"As decided before, normalization=" + rule + ": " + rule.meaning() + ".");
		return new Intensity(rule, range, rule
			.kind() == Normalization.Kind.ZSCORE_DATASET ? ChannelStatistics.neutral(
				channels.channels()) : null);
	}

	private static InputSize size(final List<SurveyedSample> samples,
		final CommonPixelSize pixels, final PreprocessingOptions options)
	{
		final InputSize usual = InputSize.of(samples, pixels);
		if (options.width() == null && options.height() == null) return usual;
		final double aspect = (double) usual.width() / usual.height();
		final int width = options.width() != null ? options.width() : atLeastOne(
			options.height() * aspect);
		final int height = options.height() != null ? options.height() : atLeastOne(
			options.width() / aspect);
		// A side that follows from the other has the same limits.
		PreprocessingOptions.requireSize("width", width);
		PreprocessingOptions.requireSize("height", height);
		return new InputSize(width, height, "As decided before, the input has " +
			width + " x " + height + " pixels.");
	}

	private static int atLeastOne(final double length) {
		return (int) Math.max(1, Math.round(length));
	}

	/** What a channel without a part in the input holds does not matter. */
	private static IntensityRange range(final List<SurveyedSample> samples,
		final ChannelRule channels, final IntensityRange wish,
		final List<String> reasons)
	{
		if (wish != null) {
			reasons.add("As asked for: pixel values " + wish + " become 0..1.");
			return wish;
		}
		final List<ChannelExtremes> used = samples.stream().flatMap(sample -> sample
			.extremes(channels).stream()).toList();
		final IntensityRange range = IntensityRange.covering(used.stream()
			.mapToDouble(ChannelExtremes::min).min().orElseThrow(), used.stream()
				.mapToDouble(ChannelExtremes::max).max().orElseThrow());
		reasons.add("The pixel values lie within " + range +
			", which becomes 0..1.");
		return range;
	}
}
