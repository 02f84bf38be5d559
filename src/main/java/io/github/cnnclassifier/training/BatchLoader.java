
package io.github.cnnclassifier.training;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.augment.Augmenter;
import io.github.cnnclassifier.dataset.SampleList;
import io.github.cnnclassifier.dataset.TrainingSet;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Prepares shuffled, augmented batches on threads of its own while the engine
 * is busy with the one before. Every sample has a seed of its own for every
 * epoch, so the batches are the same however many threads prepare them.
 */
final class BatchLoader implements AutoCloseable {

	private static final int BATCHES_AHEAD = 4;

	private final SampleList samples;
	private final InputShape shape;
	private final int batchSize;
	private final ClassWeights classWeights;
	private final Augmenter augmenter;
	private final SeedTree seed;
	private final ExecutorService threads;

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
		this.threads = Executors.newFixedThreadPool(Math.min(4, Runtime.getRuntime()
			.availableProcessors()), task -> {
				final Thread thread = new Thread(task, "CNN batch loader");
				thread.setDaemon(true);
				return thread;
			});
	}

	/** @return batches of one epoch; a single left-over sample is dropped */
	int batchesPerEpoch() {
		final int full = samples.size() / batchSize;
		// Batch normalisation has nothing to compare a lone sample with.
		return samples.size() % batchSize > 1 ? full + 1 : full;
	}

	/**
	 * @param epoch 1-based
	 * @return its batches in order; {@code next} throws a {@link UserFailure} if
	 *         an image can no longer be read
	 */
	Iterator<Batch> epoch(final int epoch) {
		final int[] order = shuffled(seed.child("order").child(epoch).random());
		final int batches = batchesPerEpoch();
		final Deque<Future<Batch>> pending = new ArrayDeque<>();
		return new Iterator<>() {

			private int submitted;

			@Override
			public boolean hasNext() {
				fill();
				return !pending.isEmpty();
			}

			@Override
			public Batch next() {
				if (!hasNext()) throw new NoSuchElementException();
				final Batch batch = await(pending.remove());
				fill();
				return batch;
			}

			private void fill() {
				while (submitted < batches && pending.size() < BATCHES_AHEAD) {
					final int start = submitted++ * batchSize;
					pending.add(threads.submit(() -> prepare(order, start, epoch)));
				}
			}
		};
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
			augmenter.apply(read(sample), shape.channels(), shape.height(), shape
				.width(), random, augmented);
			System.arraycopy(augmented, 0, inputs, i * size, size);
		}
		return new Batch(inputs, labels, weights, count);
	}

	private float[] read(final int sample) {
		try {
			return samples.input(sample);
		}
		catch (final IOException e) {
			throw new UserFailure("The training image '" + samples.name(sample) +
				"' could be read before the training but not any more: " + e
					.getMessage() + " Check the disk and start again.", e);
		}
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

	private static Batch await(final Future<Batch> future) {
		try {
			return future.get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for a batch",
				e);
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof final RuntimeException cause) throw cause;
			if (e.getCause() instanceof final Error cause) throw cause;
			throw new IllegalStateException(e.getCause());
		}
	}

	@Override
	public void close() {
		threads.shutdownNow();
	}
}
