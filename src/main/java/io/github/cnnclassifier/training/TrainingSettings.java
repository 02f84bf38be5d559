
package io.github.cnnclassifier.training;

import io.github.cnnclassifier.augment.Augmentation;

/**
 * Everything about a training run that is not the data and not the network.
 *
 * @param epochs the most passes over the training side, at least 1
 * @param batchSize samples of one step, at least 1
 * @param learningRate the highest rate of the schedule, above 0
 * @param weightDecay decoupled weight decay, 0 for none
 * @param patienceEpochs how many epochs without a lower validation loss are
 *          waited for before stopping, at least 1
 * @param augmentation random changes of the training images
 * @param exact whether a second run must give the same weights bit for bit
 * @param seed of everything random in the run
 */
public record TrainingSettings(int epochs, int batchSize, double learningRate,
		double weightDecay, int patienceEpochs, Augmentation augmentation,
		boolean exact, long seed)
{

	private static final int SMALLEST_BATCH = 8;
	private static final int LARGEST_BATCH = 64;
	private static final int STEPS_OF_AN_EPOCH = 16;

	/** Chosen on the validation side of MNIST. */
	public static final double DEFAULT_LEARNING_RATE = 0.002;

	/** Small enough to never hurt, see Loshchilov and Hutter, 2019. */
	public static final double DEFAULT_WEIGHT_DECAY = 0.01;

	/** Training images that a run without an explicit length passes, about. */
	private static final int IMAGES_OF_A_RUN = 300_000;

	/** @throws IllegalArgumentException if a number is out of its range */
	public TrainingSettings {
		if (epochs < 1 || batchSize < 1 || !(learningRate > 0) ||
			!(weightDecay >= 0) || patienceEpochs < 1)
			throw new IllegalArgumentException("Impossible settings: epochs=" +
				epochs + " batchSize=" + batchSize + " learningRate=" + learningRate +
				" weightDecay=" + weightDecay + " patienceEpochs=" + patienceEpochs);
	}

	/**
	 * Chooses the length of a run: many passes over few images, few over many.
	 *
	 * @param trainingImages on the training side, at least 1
	 * @return 6 to 60 epochs
	 */
	public static int defaultEpochs(final int trainingImages) {
		return Math.max(6, Math.min(60, IMAGES_OF_A_RUN / trainingImages));
	}

	/**
	 * Chooses the batch size: 64 keeps two cores busy, fewer give a small data
	 * set enough steps.
	 *
	 * @param trainingImages on the training side, at least 1
	 * @return 8, 16, 32 or 64
	 */
	public static int defaultBatchSize(final int trainingImages) {
		return Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, Integer
			.highestOneBit(Math.max(1, trainingImages / STEPS_OF_AN_EPOCH))));
	}

	/**
	 * Chooses how long to wait for an improvement.
	 *
	 * @param epochs of the run, at least 1
	 * @return half the run, at least 5: much of the gain comes late, when the
	 *         learning rate falls
	 */
	public static int defaultPatience(final int epochs) {
		return Math.max(5, epochs / 2);
	}
}
