
package io.github.cnnclassifier.workflow.train;

import java.util.List;

import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.image.Preprocessing;

/**
 * The images of a training run, read, split and prepared.
 *
 * @param survey what was read
 * @param grouping which images belong together
 * @param split which image is on which side
 * @param preprocessing of the model to be
 * @param sides ready for the network
 */
record TrainingData(Survey survey, Grouping grouping, Split split,
		Preprocessing preprocessing, SplitImages sides)
{

	/** @return class names in the order of the label indices */
	List<String> labels() {
		return sides.labels();
	}
}
