
package io.github.cnnclassifier.dataset.prepare;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ChannelStatistics;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.ItemOutcome;
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
	private final double[] means;
	/** Sums of the squares of differences from the mean. */
	private final double[] squares;
	private long count;

	private TrainingStatistics(final Preprocessing preprocessing) {
		this.preprocessing = preprocessing;
		means = new double[preprocessing.channels()];
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
		final ItemOutcome<TrainingStatistics> read = ItemOutcome.of(() -> {
			final TrainingStatistics own = new TrainingStatistics(preprocessing);
			own.add(preprocessing.resized(sample.sample().source().read()));
			return own;
		});
		if (read.isFailed()) throw new UserFailure("Cannot use '" + sample.sample()
			.name() + "': " + read.reason() + " Mend or remove the image.");
		return read.result();
	}

	private void add(final SampleImage resized) {
		final IntensityRange range = preprocessing.range();
		final double width = range.max() - range.min();
		count = (long) resized.width() * resized.height();
		final float[] values = resized.pixels().toFloats();
		for (int c = 0; c < means.length; c++) {
			final double[] scaled = new double[(int) count];
			double sum = 0;
			for (int i = 0; i < scaled.length; i++) {
				scaled[i] = Math.min(1, Math.max(0, (values[c * scaled.length + i] -
					range.min()) / width));
				// from a value that exists: of a constant channel nothing is added
				sum += scaled[i] - scaled[0];
			}
			means[c] = scaled[0] + sum / count;
			for (final double v : scaled)
				squares[c] += (v - means[c]) * (v - means[c]);
		}
	}

	/**
	 * By differences from means (Chan, Golub and LeVeque, 1979): of the
	 * difference of two large sums, rounding alone would be left for a channel
	 * that does not vary.
	 */
	private void add(final TrainingStatistics other) {
		final long all = count + other.count;
		for (int c = 0; c < means.length; c++) {
			final double apart = other.means[c] - means[c];
			squares[c] += other.squares[c] + apart * apart * count / all *
				other.count;
			means[c] += apart * other.count / all;
		}
		count = all;
	}

	private ChannelStatistics result() {
		final List<Double> limited = new ArrayList<>();
		final List<Double> deviations = new ArrayList<>();
		for (int c = 0; c < means.length; c++) {
			final double deviation = Math.sqrt(squares[c] / count);
			limited.add(Math.max(0, Math.min(1, means[c])));
			deviations.add(deviation < ChannelStatistics.LEAST_DEVIATION ? 1
				: deviation);
		}
		return new ChannelStatistics(limited, deviations);
	}
}
