
package io.github.cnnclassifier.workflow.evaluate;

import java.util.Locale;
import java.util.Optional;

import io.github.cnnclassifier.evaluation.EvaluationResult;

/** How many evaluated images would be called unknown as unlike all others. */
final class UnlikeImages {

	private UnlikeImages() {}

	/**
	 * @param result of all images
	 * @return a sentence; empty if the model does not tell
	 */
	static Optional<String> statement(final EvaluationResult result) {
		final long told = result.predictions().stream().filter(p -> p.prediction()
			.tellsUnlike()).count();
		if (told == 0) return Optional.empty();
		final long unlike = result.predictions().stream().filter(p -> p.prediction()
			.isUnlike()).count();
		final long right = result.predictions().stream().filter(p -> p.prediction()
			.isUnlike() && p.predicted() == p.actual()).count();
		return Optional.of(String.format(Locale.ROOT,
			"%d of %d images (%.1f %%) are unlike the training images and would be " +
				"called unknown; the class of %d of them is right. The figures are of " +
				"all images.", unlike, told, 100.0 * unlike / told, right));
	}
}
