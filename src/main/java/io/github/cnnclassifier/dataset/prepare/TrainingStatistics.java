
package io.github.cnnclassifier.dataset.prepare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ChannelStatistics;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;

/**
 * Mean and standard deviation of the training images, where the preprocessing
 * asks for them.
 */
public final class TrainingStatistics {

	private static final int IMAGES_AHEAD = 64;

	private final Preprocessing preprocessing;
	private final double[] sums;
	private final double[] squares;
	private long count;

	private TrainingStatistics(final Preprocessing preprocessing) {
		this.preprocessing = preprocessing;
		sums = new double[preprocessing.channels()];
		squares = new double[preprocessing.channels()];
	}

	/**
	 * Reads all images once more if the rule is {@code zscore-dataset}; does
	 * nothing otherwise. Every resized pixel counts alike. A channel that does
	 * not vary gets the standard deviation 1, so that its values become 0.
	 *
	 * @param preprocessing as chosen
	 * @param training samples of the training side only, at least one
	 * @param progress told and asked while reading
	 * @return preprocessing with the numbers it needs; the same for the same
	 *         samples, on any number of cores
	 * @throws UserFailure if an image cannot be read or does not fit
	 * @throws CanceledException if the user asked to stop
	 */
	public static Preprocessing complete(final Preprocessing preprocessing,
		final List<SurveyedSample> training, final Progress progress)
	{
		if (preprocessing.intensity().statistics() == null) return preprocessing;
		final TrainingStatistics statistics = new TrainingStatistics(preprocessing);
		progress.message("Reading the training images for their mean.");
		try (ReadAhead<TrainingStatistics> images = new ReadAhead<>(training.size(),
			IMAGES_AHEAD, i -> statistics.ofImage(training.get(i)), progress))
		{
			while (images.hasNext())
				statistics.add(images.next());
		}
		return preprocessing.withStatistics(statistics.result());
	}

	private TrainingStatistics ofImage(final SurveyedSample sample) {
		try {
			final TrainingStatistics own = new TrainingStatistics(preprocessing);
			own.add(preprocessing.resized(sample.sample().source().read()));
			return own;
		}
		catch (final IOException e) {
			throw new UserFailure("Cannot read '" + sample.sample().name() + "': " + e
				.getMessage() + " Mend or remove the image.", e);
		}
	}

	private void add(final SampleImage resized) {
		final IntensityRange range = preprocessing.range();
		final double width = range.max() - range.min();
		final int area = resized.width() * resized.height();
		final float[] values = resized.pixels().toFloats();
		for (int c = 0; c < sums.length; c++) {
			for (int i = c * area; i < (c + 1) * area; i++) {
				final double v = Math.min(1, Math.max(0, (values[i] - range.min()) /
					width));
				sums[c] += v;
				squares[c] += v * v;
			}
		}
		count += area;
	}

	private void add(final TrainingStatistics other) {
		for (int c = 0; c < sums.length; c++) {
			sums[c] += other.sums[c];
			squares[c] += other.squares[c];
		}
		count += other.count;
	}

	private ChannelStatistics result() {
		final List<Double> means = new ArrayList<>();
		final List<Double> deviations = new ArrayList<>();
		for (int c = 0; c < sums.length; c++) {
			final double mean = sums[c] / count;
			final double deviation = Math.sqrt(Math.max(0, squares[c] / count - mean *
				mean));
			means.add(Math.min(1, mean));
			deviations.add(deviation < ChannelStatistics.LEAST_DEVIATION ? 1
				: deviation);
		}
		return new ChannelStatistics(means, deviations);
	}
}
