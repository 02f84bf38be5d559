
package io.github.cnnclassifier.workflow.train;

import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.evaluation.ClassFigures;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.training.EpochFacts;

/**
 * What is kept of an epoch for as long as a training lasts: figures, not
 * images.
 *
 * @param figures of the epoch
 * @param best whether it was the best when it ended
 * @param isHead whether a new last layer was fitted, which takes no epochs
 * @param validation how good it was on the validation images, class by class;
 *          empty if nobody knows
 */
public record EpochSummary(EpochFigures figures, boolean best, boolean isHead,
		Optional<Figures> validation)
{

	/**
	 * @param facts of an epoch
	 * @return what is kept of them
	 */
	public static EpochSummary of(final EpochFacts facts) {
		return new EpochSummary(facts.figures(), facts.best(), facts.isHead(), facts
			.answers().map(answers -> answers.figures()));
	}

	/** @return of each class; empty if nobody knows */
	public List<ClassFigures> classes() {
		return validation.map(Figures::classes).orElse(List.of());
	}
}
