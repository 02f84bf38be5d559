/**
 * How good training on a data set is: {@link CrossValidate} trains once for
 * each fold, and predicts each image by a network that does not know it.
 */

package io.github.cnnclassifier.workflow.crossvalidate;
