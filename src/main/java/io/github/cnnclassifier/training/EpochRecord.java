
package io.github.cnnclassifier.training;

import io.github.cnnclassifier.model.EpochFigures;

/**
 * What is kept of one epoch of training: everything but its speed, which would
 * differ from run to run.
 *
 * @param epoch 1-based
 * @param trainingLoss mean weighted cross-entropy over the epoch's steps; NaN
 *          if not known
 * @param validationLoss mean cross-entropy on the validation side; NaN if there
 *          was none
 * @param validationAccuracy 0 to 1; NaN if there was no validation side
 * @param learningRate of the epoch's last step
 */
public record EpochRecord(int epoch, double trainingLoss, double validationLoss,
		double validationAccuracy, double learningRate)
{

	/**
	 * @param figures of one epoch as the training loop gives them
	 * @return what is kept of them
	 */
	public static EpochRecord of(final EpochFigures figures) {
		return new EpochRecord(figures.epoch(), figures.trainingLoss(), figures
			.validationLoss(), figures.validationAccuracy(), figures.learningRate());
	}
}
