
package io.github.cnnclassifier.workflow.train;

import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.training.TrainingResult;
import io.github.cnnclassifier.training.TrainingSettings;

/**
 * What was learned, without a file. Closing it frees the network.
 *
 * @param classifier with the weights that are kept
 * @param settings that it was trained with, complete
 * @param result how the training went
 */
public record TrainedClassifier(Classifier classifier,
		TrainingSettings settings, TrainingResult result) implements AutoCloseable
{

	@Override
	public void close() {
		classifier.close();
	}
}
