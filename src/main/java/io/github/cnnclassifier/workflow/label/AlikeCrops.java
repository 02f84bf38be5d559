
package io.github.cnnclassifier.workflow.label;

import java.util.Optional;

/**
 * Crops without a label that look alike, so that one key can confirm them all.
 *
 * @param suggested the class that they seem to have; empty as long as nothing
 *          is known
 * @param crops their indices, the most typical one first; at least one; treat
 *          as read-only
 * @param probability the least of its members for the suggested class, 0 to 1;
 *          NaN if nothing is known
 */
public record AlikeCrops(Optional<String> suggested, int[] crops,
		double probability)
{
}
