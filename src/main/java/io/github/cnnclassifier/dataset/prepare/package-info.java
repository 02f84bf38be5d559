/**
 * From the sides of a split to inputs that are ready for a network:
 * {@link PreprocessingDefaults} chooses from training and validation images
 * only, {@link SplitImages} gives each side a type of its own, so that the test
 * side cannot be handed to training by mistake; {@link ImageCache} keeps what
 * was prepared for the length of a run.
 */

package io.github.cnnclassifier.dataset.prepare;
