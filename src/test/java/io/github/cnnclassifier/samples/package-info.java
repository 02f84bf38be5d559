/**
 * Draws the sample images of the repository: handwritten-looking digits, cells
 * of three phenotypes and a field of such cells. Everything is computed from
 * one seed with {@link java.lang.StrictMath} and without AWT's renderer, so
 * that every platform draws the same pixels.
 */

package io.github.cnnclassifier.samples;
