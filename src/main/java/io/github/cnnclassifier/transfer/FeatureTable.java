
package io.github.cnnclassifier.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.augment.Augmenter;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.engine.HalvedBatches;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.training.Inputs;

/**
 * Features of images, computed once: of each image as it is, then of randomly
 * changed views of it.
 *
 * @param images number of images
 * @param views of each, at least 1; the first one unchanged
 * @param features one row for each view of each image: those of the first
 *          image, then those of the second one; only to be read, as they may be
 *          kept for others
 * @param labels the 0-based label index of each image
 * @param units of each image a name that it shares with what belongs together
 *          with it
 * @param computed how many rows were computed for this table; the others were
 *          kept from before
 */
record FeatureTable(int images, int views, float[][] features, int[] labels,
		List<String> units, int computed)
{

	private static final int BATCHES_AHEAD = 4;

	/**
	 * A row depends on its image and view alone, on no neighbor and not on its
	 * place: all batches have the same size, and the seed of a view is that of
	 * the image's content. So rows that were kept are those that would be
	 * computed: bit for bit with oneDNN, else up to rounding on some processors,
	 * where OpenBLAS sums in an order that depends on the place.
	 *
	 * @param network gives the features
	 * @param shape of its input
	 * @param samples whose features are wanted; at least one
	 * @param views of each image, at least 1
	 * @param augmentation how views are changed
	 * @param batchSize images that go through the network at once
	 * @param seed of the changes
	 * @param kept has those of before, and gets those that are computed
	 * @param progress asked for cancellation, and shows how far it is
	 */
	static FeatureTable of(final Network network, final InputShape shape,
		final SampleList samples, final int views, final Augmentation augmentation,
		final int batchSize, final SeedTree seed, final ParentFeatures kept,
		final Progress progress)
	{
		final float[][] features = new float[samples.size() * views][];
		for (int row = 0; row < features.length; row++)
			features[row] = kept.get(samples, row / views, row % views, augmentation,
				seed);
		final int[] missing = IntStream.range(0, features.length).filter(
			row -> features[row] == null).toArray();
		final int batches = (missing.length + batchSize - 1) / batchSize;
		final Augmenter augmenter = new Augmenter(augmentation);
		final HalvedBatches asked = new HalvedBatches(network);
		try (ReadAhead<float[]> ahead = new ReadAhead<>(batches, BATCHES_AHEAD,
			b -> inputs(samples, shape, views, augmenter, rows(missing, b, batchSize),
				batchSize, seed), progress))
		{
			for (int b = 0; b < batches; b++) {
				final int[] rows = rows(missing, b, batchSize);
				final float[] all = asked.features(ahead.next(), batchSize, progress);
				final int length = all.length / batchSize;
				for (int i = 0; i < rows.length; i++) {
					final int row = rows[i];
					features[row] = Arrays.copyOfRange(all, i * length, (i + 1) * length);
					kept.keep(samples, row / views, row % views, augmentation, seed,
						features[row]);
				}
				progress.update((b + 1.0) / batches, "Features of images, " +
					(rows[rows.length - 1] + 1) / views + " of " + samples.size());
			}
		}
		final int[] labels = new int[samples.size()];
		for (int i = 0; i < labels.length; i++)
			labels[i] = samples.labelIndex(i);
		return new FeatureTable(samples.size(), views, features, labels, IntStream
			.range(0, labels.length).mapToObj(samples::unit).toList(),
			missing.length);
	}

	private static int[] rows(final int[] missing, final int batch,
		final int batchSize)
	{
		return Arrays.copyOfRange(missing, batch * batchSize, Math.min(
			missing.length, (batch + 1) * batchSize));
	}

	/** Behind the last row all is 0, up to the size of a batch. */
	private static float[] inputs(final SampleList samples,
		final InputShape shape, final int views, final Augmenter augmenter,
		final int[] rows, final int batchSize, final SeedTree seed)
	{
		final int size = shape.size();
		final float[] inputs = new float[batchSize * size];
		final float[] changed = new float[size];
		float[] unchanged = null;
		for (int i = 0; i < rows.length; i++) {
			final int image = rows[i] / views;
			final int view = rows[i] % views;
			// all views of an image follow each other
			if (unchanged == null || image != rows[i - 1] / views) unchanged = Inputs
				.read(samples, image);
			float[] input = unchanged;
			if (view > 0) {
				final SplittableRandom random = seed.child(samples.contentHash(image))
					.child(view).random();
				augmenter.apply(input, shape.channels(), shape.height(), shape.width(),
					random, changed);
				input = changed;
			}
			System.arraycopy(input, 0, inputs, i * size, size);
		}
		return inputs;
	}

	/** @return the number of features */
	int length() {
		return features[0].length;
	}

	/** @return the row of the unchanged image */
	float[] unchanged(final int image) {
		return features[image * views];
	}
}
