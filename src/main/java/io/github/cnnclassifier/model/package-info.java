/**
 * What a classifier is, without any engine: {@link ClassLabels},
 * {@link Architecture} as data, {@link Weights}, {@link Prediction}.
 */

package io.github.cnnclassifier.model;
