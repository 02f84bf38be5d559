
package io.github.cnnclassifier.inference;

/**
 * One row of a class map. The arrays are the receiver's to read until the call
 * that delivers the row returns.
 *
 * @param y 0-based
 * @param values one per pixel: 0 not mapped, k the class of label index k - 1,
 *          number of classes + 1 unknown
 * @param confidences one per pixel: the best probability, 0 where not mapped
 * @param probabilities C,W: of each class at each pixel, sum 1; 0 where not
 *          mapped
 */
public record MapRow(int y, int[] values, float[] confidences,
		float[] probabilities)
{
}
