
package io.github.cnnclassifier.archive;

/**
 * What one epoch of training came to.
 *
 * @param epoch 1-based
 * @param trainingLoss mean cross-entropy of the training batches
 * @param validationLoss mean cross-entropy of the validation split; NaN if
 *          there was none
 * @param validationAccuracy 0 to 1; NaN if there was no validation split
 * @param learningRate at the end of the epoch
 */
public record EpochFigures(int epoch,double trainingLoss,double validationLoss,double validationAccuracy,double learningRate){}
