/**
 * How good a classifier is on labeled images: {@link EvaluateClassifier}.
 */

package io.github.cnnclassifier.workflow.evaluate;
