
package io.github.cnnclassifier.evaluation;

import java.util.Optional;

/**
 * One class against the rest, judged by its probability.
 *
 * @param label name of the class
 * @param roc x: share of the images of other classes that are taken for it, y:
 *          share of its own images that are, from (0, 0) to (1, 1); empty if no
 *          image is of the class, or all are
 * @param precisionRecall x: recall, y: precision, from recall 0 to 1; empty if
 *          no image is of the class
 */
public record ClassCurves(String label, Optional<Curve> roc,
		Optional<Curve> precisionRecall)
{
}
