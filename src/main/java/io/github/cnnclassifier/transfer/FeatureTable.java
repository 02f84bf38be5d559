
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
 *          image, then those of the second one
 * @param labels the 0-based label index of each image
 * @param units of each image a name that it shares with what belongs together
 *          with it
 */
record FeatureTable(int images, int views, float[][] features, int[] labels,
		List<String> units)
{

	private static final int BATCHES_AHEAD = 4;

	/**
	 * @param network gives the features
	 * @param shape of its input
	 * @param samples whose features are wanted; at least one
	 * @param views of each image, at least 1
	 * @param augmentation how views are changed
	 * @param batchSize images that go through the network at once
	 * @param seed of the changes
	 * @param progress asked for cancellation, and shows how far it is
	 */
	static FeatureTable of(final Network network, final InputShape shape,
		final SampleList samples, final int views, final Augmentation augmentation,
		final int batchSize, final SeedTree seed, final Progress progress)
	{
		final int rows = samples.size() * views;
		final int batches = (rows + batchSize - 1) / batchSize;
		final float[][] features = new float[rows][];
		final Augmenter augmenter = new Augmenter(augmentation);
		final HalvedBatches asked = new HalvedBatches(network);
		try (ReadAhead<float[]> ahead = new ReadAhead<>(batches, BATCHES_AHEAD,
			b -> inputs(samples, shape, views, augmenter, b * batchSize, Math.min(
				rows, (b + 1) * batchSize), seed), progress))
		{
			for (int b = 0; b < batches; b++) {
				final int from = b * batchSize;
				final int count = Math.min(batchSize, rows - from);
				final float[] all = asked.features(ahead.next(), count, progress);
				final int length = all.length / count;
				for (int i = 0; i < count; i++)
					features[from + i] = Arrays.copyOfRange(all, i * length, (i + 1) *
						length);
				progress.update((b + 1.0) / batches, "Features of images, " + Math.min(
					rows, from + count) / views + " of " + samples.size());
			}
		}
		final int[] labels = new int[samples.size()];
		for (int i = 0; i < labels.length; i++)
			labels[i] = samples.labelIndex(i);
		return new FeatureTable(samples.size(), views, features, labels, IntStream
			.range(0, labels.length).mapToObj(samples::unit).toList());
	}

	private static float[] inputs(final SampleList samples,
		final InputShape shape, final int views, final Augmenter augmenter,
		final int from, final int to, final SeedTree seed)
	{
		final int size = shape.size();
		final float[] inputs = new float[(to - from) * size];
		final float[] changed = new float[size];
		float[] unchanged = null;
		for (int row = from; row < to; row++) {
			// all views of an image follow each other
			if (unchanged == null || row % views == 0) unchanged = Inputs.read(
				samples, row / views);
			float[] input = unchanged;
			if (row % views > 0) {
				final SplittableRandom random = seed.child(row / views).child(row %
					views).random();
				augmenter.apply(input, shape.channels(), shape.height(), shape.width(),
					random, changed);
				input = changed;
			}
			System.arraycopy(input, 0, inputs, (row - from) * size, size);
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
