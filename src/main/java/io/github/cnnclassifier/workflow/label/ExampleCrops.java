
package io.github.cnnclassifier.workflow.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.ChannelStatistics;
import io.github.cnnclassifier.image.Intensity;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.Normalization.Kind;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.image.SampleImage;

/**
 * Some of many crops, from which it is found how all of them become inputs of a
 * network. Only small copies are kept. Not thread-safe.
 */
final class ExampleCrops {

	/** How far other crops' values may lie outside, in widths of the range. */
	private static final double ROOM = 3;

	private final Preprocessing learned;
	private final List<SampleImage> examples = new ArrayList<>();

	/** @param learned of the network: size of its input, and normalization */
	ExampleCrops(final Preprocessing learned) {
		this.learned = learned;
	}

	int size() {
		return examples.size();
	}

	void add(final SampleImage image) {
		final ChannelRule rule = rule(image.channels());
		examples.add(new Preprocessing(learned.width(), learned.height(), Math.min(
			image.channels(), ChannelRule.MOST_CHANNELS), rule, null,
			ResizeRule.STRETCH, new Intensity(Normalization.of(Kind.ZSCORE_IMAGE),
				new IntensityRange(0, 1), null)).resized(image));
	}

	/** Of very many channels the first ones. */
	private static ChannelRule rule(final int channels) {
		return channels <= ChannelRule.MOST_CHANNELS ? ChannelRule.AS_IS
			: ChannelRule.parse(IntStream.rangeClosed(1, ChannelRule.MOST_CHANNELS)
				.mapToObj(Integer::toString).collect(Collectors.joining(",")));
	}

	/**
	 * Gray and color become color; of crops with several numbers of channels the
	 * most frequent number is taken.
	 *
	 * @param manyChannels whether crops have more channels than an input may have
	 * @return for all crops; at least one example is needed
	 */
	Preprocessing preprocessing(final boolean manyChannels) {
		final boolean same = examples.stream().map(SampleImage::channels).distinct()
			.count() == 1;
		if (!same && examples.stream().allMatch(e -> e.channels() == 1 || e
			.isRgb())) return completed(ChannelRule.RGB, 3);
		final int channels = examples.stream().collect(Collectors.groupingBy(
			SampleImage::channels, Collectors.counting())).entrySet().stream().max(
				Map.Entry.comparingByValue()).orElseThrow().getKey();
		return completed(manyChannels && channels == ChannelRule.MOST_CHANNELS
			? rule(channels + 1) : ChannelRule.AS_IS, channels);
	}

	private Preprocessing completed(final ChannelRule rule, final int channels) {
		final Normalization normalization = learned.intensity().normalization();
		final boolean statistics = normalization.kind() == Kind.ZSCORE_DATASET;
		final Function<IntensityRange, Preprocessing> of =
			range -> new Preprocessing(learned.width(), learned.height(), channels,
				rule, null, ResizeRule.STRETCH, new Intensity(normalization, range,
					statistics ? ChannelStatistics.neutral(channels) : null));
		final List<float[]> values = new ArrayList<>();
		for (final SampleImage example : examples) {
			final ItemOutcome<float[]> planes = ItemOutcome.of(() -> of.apply(range(
				List.of(example.pixels().toFloats()))).resized(example).pixels()
				.toFloats());
			if (!planes.isFailed()) values.add(planes.result());
		}
		final IntensityRange range = range(values);
		final Preprocessing plain = of.apply(range);
		return statistics && !values.isEmpty() ? plain.withStatistics(statistics(
			values, channels, range)) : plain;
	}

	private static IntensityRange range(final List<float[]> values) {
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (final float[] of : values) {
			for (final float value : of) {
				if (!Float.isFinite(value)) continue;
				min = Math.min(min, value);
				max = Math.max(max, value);
			}
		}
		if (min > max) return new IntensityRange(0, 1);
		final double width = max > min ? max - min : 1;
		return new IntensityRange(min - ROOM * width, max + ROOM * width);
	}

	private static ChannelStatistics statistics(final List<float[]> values,
		final int channels, final IntensityRange range)
	{
		final List<Double> means = new ArrayList<>();
		final List<Double> deviations = new ArrayList<>();
		for (int c = 0; c < channels; c++) {
			final double[] scaled = scaled(values, c, channels, range);
			final double mean = Arrays.stream(scaled).average().orElse(0);
			// from the mean, since of two large sums rounding alone may be left
			final double deviation = Math.sqrt(Arrays.stream(scaled).map(v -> (v -
				mean) * (v - mean)).average().orElse(0));
			means.add(Math.max(0, Math.min(1, mean)));
			deviations.add(deviation < ChannelStatistics.LEAST_DEVIATION ? 1
				: deviation);
		}
		return new ChannelStatistics(means, deviations);
	}

	/** Of one channel, what is finite; the range becomes 0 to 1. */
	private static double[] scaled(final List<float[]> values, final int channel,
		final int channels, final IntensityRange range)
	{
		return values.stream().flatMapToDouble(of -> {
			final int area = of.length / channels;
			return IntStream.range(channel * area, (channel + 1) * area).mapToDouble(
				i -> (of[i] - range.min()) / (range.max() - range.min()));
		}).filter(Double::isFinite).toArray();
	}
}
