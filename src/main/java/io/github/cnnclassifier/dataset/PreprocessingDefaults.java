
package io.github.cnnclassifier.dataset;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Preprocessing;

/** Chooses preprocessing that fits the images, and says why. */
public final class PreprocessingDefaults {

	private PreprocessingDefaults() {}

	/**
	 * @param samples of the training and validation sides only, at least one:
	 *          what is learned from test images is not allowed to matter
	 * @param wishes what the user decided already
	 * @return preprocessing and reasons
	 * @throws UserFailure if the images have different numbers of channels
	 */
	public static ChosenPreprocessing choose(final List<SurveyedSample> samples,
		final PreprocessingWishes wishes)
	{
		final InputSize size = size(samples, wishes);
		final InputChannels channels = wishes.channelRule() == null ? InputChannels
			.of(samples) : InputChannels.of(samples, wishes.channelRule());
		final List<String> reasons = new ArrayList<>();
		reasons.add(size.reason());
		reasons.add(channels.reason());
		final IntensityRange range = range(samples, wishes.range(), reasons);
		return new ChosenPreprocessing(new Preprocessing(size.width(), size
			.height(), channels.channels(), channels.rule(), range), List.copyOf(
				reasons));
	}

	private static InputSize size(final List<SurveyedSample> samples,
		final PreprocessingWishes wishes)
	{
		final InputSize usual = InputSize.of(samples);
		if (wishes.width() == null && wishes.height() == null) return usual;
		final double aspect = (double) usual.width() / usual.height();
		final int width = wishes.width() != null ? wishes.width() : atLeastOne(
			wishes.height() * aspect);
		final int height = wishes.height() != null ? wishes.height() : atLeastOne(
			wishes.width() / aspect);
		// A side that follows from the other has the same limits.
		PreprocessingWishes.requireSize("width", width);
		PreprocessingWishes.requireSize("height", height);
		return new InputSize(width, height, "As asked for: images are resized to " +
			width + " x " + height + " pixels.");
	}

	private static int atLeastOne(final double length) {
		return (int) Math.max(1, Math.round(length));
	}

	private static IntensityRange range(final List<SurveyedSample> samples,
		final IntensityRange wish, final List<String> reasons)
	{
		final double min = samples.stream().mapToDouble(SurveyedSample::min).min()
			.orElseThrow();
		final double max = samples.stream().mapToDouble(SurveyedSample::max).max()
			.orElseThrow();
		if (wish != null) {
			reasons.add("As asked for: pixel values " + wish + " become 0..1.");
			return wish;
		}
		final IntensityRange range = IntensityRange.covering(min, max);
		reasons.add("The pixel values lie within " + range +
			", which becomes 0..1.");
		return range;
	}
}
