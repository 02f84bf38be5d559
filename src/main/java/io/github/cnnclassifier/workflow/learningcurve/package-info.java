/**
 * How many images are enough:
 * {@link io.github.cnnclassifier.workflow.learningcurve.MeasureLearningCurve}.
 */

package io.github.cnnclassifier.workflow.learningcurve;
