/**
 * Random changes of training images that keep their label: shift, rotation,
 * scale, flips. Seeded, so that a run can be repeated; never applied to
 * validation or test images.
 */

package io.github.cnnclassifier.augment;
