/**
 * Training from a folder of images to a model file: {@link TrainClassifier}.
 */

package io.github.cnnclassifier.workflow.train;
