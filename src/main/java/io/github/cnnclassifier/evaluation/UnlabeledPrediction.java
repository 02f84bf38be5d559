
package io.github.cnnclassifier.evaluation;

import io.github.cnnclassifier.model.Prediction;

/**
 * What a classifier said of an image whose class nobody has told: there is
 * nothing to judge it by.
 *
 * @param name where the image came from, for people
 * @param prediction what was said
 */
public record UnlabeledPrediction(String name, Prediction prediction) {
}
