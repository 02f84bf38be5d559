/**
 * A classifier at work: samples go into a {@link Classifier}, each comes out at
 * a {@link ResultSink}, in order, as a prediction or as a reason why there is
 * none. Sources of samples and layers over the results are all that differs
 * between one image, the files of a folder and the windows of a map. A
 * {@link HeatMapper} tells which places of an image speak for a class.
 */

package io.github.cnnclassifier.inference;
