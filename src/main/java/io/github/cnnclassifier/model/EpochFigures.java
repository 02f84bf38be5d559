
package io.github.cnnclassifier.model;

/**
 * What one epoch of training gave.
 *
 * @param epoch 1-based
 * @param trainingLoss mean weighted cross-entropy over the epoch's steps, with
 *          augmentation and dropout, each step measured before it is taken; NaN
 *          if not known
 * @param validationLoss mean cross-entropy on the validation side, unweighted;
 *          NaN if there was none
 * @param validationAccuracy 0 to 1; NaN if there was no validation side
 * @param learningRate of the epoch's last step
 */
public record EpochFigures(int epoch, double trainingLoss,
		double validationLoss, double validationAccuracy, double learningRate)
{
}
