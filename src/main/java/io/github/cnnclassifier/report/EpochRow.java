
package io.github.cnnclassifier.report;

/**
 * One epoch of the training history, a point of the learning curves.
 *
 * @param epoch 1-based
 * @param trainingLoss mean loss of the epoch's batches
 * @param validationLoss NaN if not measured
 * @param validationAccuracy 0 to 1; NaN if not measured
 * @param learningRate at the end of the epoch
 */
public record EpochRow(int epoch, double trainingLoss, double validationLoss,
		double validationAccuracy, double learningRate)
{
}
