
package io.github.cnnclassifier.workflow.train;

import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.Survey;

/**
 * Labeled images, read and divided.
 *
 * @param survey what was read
 * @param grouping which images belong together
 * @param split which image is on which side
 */
public record DividedData(Survey survey, Grouping grouping, Split split) {
}
