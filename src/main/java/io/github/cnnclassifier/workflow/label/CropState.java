
package io.github.cnnclassifier.workflow.label;

import java.util.Optional;

/**
 * What is known of one crop now.
 *
 * @param confirmed the class that a person gave it; empty for none
 * @param predicted the class that the others like it suggest, also of a crop
 *          that has a label; empty as long as there are labels of fewer than
 *          two classes, features are not computed, or it has a problem
 * @param probability of the predicted class, 0 to 1; NaN if there is none
 * @param doubt how unsure the prediction is, 0 for none to 1 for a tie of the
 *          two best classes; NaN if there is none
 * @param problem why it cannot be read, a sentence; empty if it can, or nobody
 *          has tried yet
 */
public record CropState(Optional<String> confirmed, Optional<String> predicted,
		float probability, float doubt, Optional<String> problem)
{

	/** @return the confirmed class, else the predicted one, else empty */
	public Optional<String> shown() {
		return confirmed.isPresent() ? confirmed : predicted;
	}
}
