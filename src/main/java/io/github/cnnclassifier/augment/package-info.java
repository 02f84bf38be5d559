/**
 * Random changes of training images that keep their label: of place (flips,
 * quarter turns, rotation, shift, scale, smooth distortion), then of values
 * (blur, gamma, brightness, contrast, photon noise, normal noise). Seeded, so
 * that a run can be repeated, and the same on any thread; never applied to
 * validation or test images. Whether a change keeps the label depends on the
 * classes: a 6 that is turned is a 9. So the user chooses, and can look at a
 * preview.
 */

package io.github.cnnclassifier.augment;
