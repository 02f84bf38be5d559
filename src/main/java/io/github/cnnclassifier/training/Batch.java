
package io.github.cnnclassifier.training;

/**
 * Samples that cross the engine's seam together.
 *
 * @param inputs N,C,H,W
 * @param labels 0-based label index of each
 * @param weights of each in the loss; null for all 1
 * @param count N
 */
record Batch(float[] inputs, int[] labels, float[] weights, int count) {
}
