
package io.github.cnnclassifier.workflow.train;

import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.training.TrainingSettings;

/**
 * Everything about a training that a user may choose and that is not the data.
 *
 * @param input what is decided about preprocessing
 * @param start where the training begins
 * @param network for random weights
 * @param training how to train; may leave lengths and augmentation to choose
 */
public record TrainingChoices(PreprocessingOptions input, StartChoice start,
		NetworkChoice network, TrainingSettings training)
{
}
