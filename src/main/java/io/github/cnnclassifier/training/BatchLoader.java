
package io.github.cnnclassifier.training;

import java.util.SplittableRandom;

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
 * epoch, so the batches are the same however many threads prepare them and with
 * which epoch a run goes on.
 */
final class BatchLoader {

	private static final int BATCHES_AHEAD = 4;

	private final SampleList samples;
	private final InputShape shape;
	private final int batchSize;
	private final ClassWeights classWeights;
	private final Augmenter augmenter;
	private final SoftLabels softLabels;
	private final boolean balanced;
	private final SeedTree seed;

	/** @param settings complete; all random numbers come from their seed */
	BatchLoader(final TrainingSet training, final InputShape shape,
		final TrainingSettings settings, final ClassWeights classWeights)
	{
		this.samples = training.samples();
		this.shape = shape;
		this.batchSize = Math.min(settings.batchSize(), samples.size());
		this.classWeights = classWeights;
		this.augmenter = new Augmenter(settings.augmentation());
		this.softLabels = settings.softLabels();
		this.balanced = settings.classBalance() == ClassBalance.SAMPLING;
		this.seed = new SeedTree(settings.seed()).child("training");
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
		final SplittableRandom random = seed.child("order").child(epoch).random();
		final int[] order = balanced ? EpochOrder.balanced(samples, random)
			: EpochOrder.shuffled(samples.size(), random);
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
			// one that comes several times shall not look the same each time
			final SplittableRandom random = epochSeed.child(balanced ? start + i
				: sample).random();
			augmenter.apply(Inputs.read(samples, sample), shape.channels(), shape
				.height(), shape.width(), random, augmented);
			System.arraycopy(augmented, 0, inputs, i * size, size);
		}
		return softLabels.applyTo(new Batch(inputs, labels, null, weights, count),
			samples.labels().size(), seed.child("mixup").child(epoch).child(start)
				.random());
	}
}
