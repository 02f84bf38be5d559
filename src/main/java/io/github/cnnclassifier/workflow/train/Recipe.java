
package io.github.cnnclassifier.workflow.train;

import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.training.TrainingSettings;

/**
 * How a classifier is learned, whatever the images.
 *
 * @param input what the user decided about preprocessing
 * @param start where the training begins
 * @param network for random weights
 * @param training how to train; may leave lengths and augmentation to choose
 */
public record Recipe(PreprocessingOptions input, StartChoice start,
		NetworkChoice network, TrainingSettings training)
{
}
