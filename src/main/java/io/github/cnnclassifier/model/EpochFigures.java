
package io.github.cnnclassifier.model;

/**
 * What one epoch gave.
 *
 * @param epoch 1-based
 * @param trainingLoss mean weighted cross-entropy over the epoch's steps, with
 *          augmentation and dropout, each step measured before it is taken
 * @param validationLoss mean cross-entropy on the validation side, unweighted
 * @param validationAccuracy 0 to 1
 * @param learningRate of the epoch's last step
 * @param imagesPerSecond trained, validation not counted
 */
public record EpochFigures(int epoch, double trainingLoss,
		double validationLoss, double validationAccuracy, double learningRate,
		double imagesPerSecond)
{
}
