/**
 * Which images belong together and which side each is on: {@link Grouping},
 * {@link NearDuplicates} and {@link Split}. Images of one group, and copies of
 * one image, are never on two sides.
 */

package io.github.cnnclassifier.dataset.split;
