/**
 * What a sample is, and the one way from its pixels to the input of a network.
 * {@link SampleImage} holds stored values, {@link ImageReader} is the door to
 * files, {@link Preprocessing} makes the tensor, {@link RegionCrop} cuts
 * regions out. Knows no ImageJ.
 */

package io.github.cnnclassifier.image;
