/**
 * From labeled images to better settings of a training:
 * {@link io.github.cnnclassifier.workflow.tune.TuneClassifier}.
 */

package io.github.cnnclassifier.workflow.tune;
