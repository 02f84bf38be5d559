
package io.github.cnnclassifier.training;

import java.util.SplittableRandom;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.augment.Augmenter;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Prepares shuffled, augmented batches on threads of its own while the engine
 * is busy with the one before. Every sample has a seed of its own for every
 * epoch, so the batches are the same however many threads prepare them.
 */
final class BatchLoader {

	private static final int BATCHES_AHEAD = 4;

	private final SampleList samples;
	private final InputShape shape;
	private final int batchSize;
	private final ClassWeights classWeights;
	private final Augmenter augmenter;
	private final SeedTree seed;

	BatchLoader(final TrainingSet training, final InputShape shape,
		final int batchSize, final ClassWeights classWeights,
		final Augmentation augmentation, final SeedTree seed)
	{
		this.samples = training.samples();
		this.shape = shape;
		this.batchSize = Math.min(batchSize, samples.size());
		this.classWeights = classWeights;
		this.augmenter = new Augmenter(augmentation);
		this.seed = seed;
	}

	/** @return batches of one epoch; a single left-over sample is dropped */
	int batchesPerEpoch() {
		final int full = samples.size() / batchSize;
		// Batch normalisation has nothing to compare a lone sample with.
		return samples.size() % batchSize > 1 ? full + 1 : full;
	}

	/**
	 * @param epoch 1-based
	 * @param progress asked for cancellation while waiting
	 * @return its batches in order, closed by the caller; {@code next} throws a
	 *         {@link UserFailure} if an image can no longer be read
	 */
	ReadAhead<Batch> epoch(final int epoch, final Progress progress) {
		final int[] order = shuffled(seed.child("order").child(epoch).random());
		return new ReadAhead<>(batchesPerEpoch(), BATCHES_AHEAD, batch -> prepare(
			order, batch * batchSize, epoch), progress);
	}

	private Batch prepare(final int[] order, final int start, final int epoch) {
		final int count = Math.min(batchSize, order.length - start);
		final int size = shape.size();
		final float[] inputs = new float[count * size];
		final int[] labels = new int[count];
		final float[] weights = classWeights.areEqual() ? null : new float[count];
		final float[] augmented = new float[size];
		final SeedTree epochSeed = seed.child("augmentation").child(epoch);
		for (int i = 0; i < count; i++) {
			final int sample = order[start + i];
			labels[i] = samples.labelIndex(sample);
			if (weights != null) weights[i] = classWeights.perClass()[labels[i]];
			final SplittableRandom random = epochSeed.child(sample).random();
			augmenter.apply(Inputs.read(samples, sample), shape.channels(), shape
				.height(), shape.width(), random, augmented);
			System.arraycopy(augmented, 0, inputs, i * size, size);
		}
		return new Batch(inputs, labels, weights, count);
	}

	private int[] shuffled(final SplittableRandom random) {
		final int[] order = new int[samples.size()];
		for (int i = 0; i < order.length; i++) {
			final int j = random.nextInt(i + 1);
			order[i] = order[j];
			order[j] = i;
		}
		return order;
	}
}
