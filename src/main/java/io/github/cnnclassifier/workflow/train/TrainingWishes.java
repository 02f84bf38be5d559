
package io.github.cnnclassifier.workflow.train;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.training.TrainingSettings;

/**
 * How a user wants a network to be trained.
 *
 * @param epochs 1 to 10000, or 0 to choose by the number of images
 * @param batchSize 1 to 4096, or 0 to choose by the number of images
 * @param learningRate above 0, at most 1
 * @param augmentation random changes of the training images
 * @param exact whether a second run must give the same weights bit for bit
 * @param seed of everything random
 */
public record TrainingWishes(int epochs, int batchSize, double learningRate,
		Augmentation augmentation, boolean exact, long seed)
{

	/** @throws WrongUsage if a number is out of its range */
	public TrainingWishes {
		if (epochs < 0 || epochs > 10_000) throw new WrongUsage(
			"Expected epochs from 0 (automatic) to 10000, found " + epochs + ".");
		if (batchSize < 0 || batchSize > 4096) throw new WrongUsage(
			"Expected batchSize from 0 (automatic) to 4096, found " + batchSize +
				".");
		if (!(learningRate > 0 && learningRate <= 1)) throw new WrongUsage(
			"Expected learningRate above 0 and at most 1, found " + learningRate +
				".");
	}

	/**
	 * @param trainingImages on the training side
	 * @return the batch size to use, if the memory allows it
	 */
	int batchSizeFor(final int trainingImages) {
		return batchSize > 0 ? batchSize : TrainingSettings.defaultBatchSize(
			trainingImages);
	}

	/**
	 * @param trainingImages on the training side
	 * @param batch the batch size that fits the memory
	 * @return complete settings
	 */
	TrainingSettings settings(final int trainingImages, final int batch) {
		final int length = epochs > 0 ? epochs : TrainingSettings.defaultEpochs(
			trainingImages);
		return new TrainingSettings(length, batch, learningRate,
			TrainingSettings.DEFAULT_WEIGHT_DECAY, TrainingSettings.defaultPatience(
				length), augmentation, exact, seed);
	}
}
