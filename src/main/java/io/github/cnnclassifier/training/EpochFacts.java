
package io.github.cnnclassifier.training;

import java.util.Optional;
import java.util.OptionalDouble;

import io.github.cnnclassifier.model.EpochFigures;

/**
 * What whoever watches a training is told when an epoch ends.
 *
 * @param figures of the epoch
 * @param best whether it is the best so far; its model is saved by now
 * @param epochs of the run at most; 0 if a new last layer was fitted, which
 *          takes no epochs
 * @param secondsLeft how long the run takes yet if it goes to its end; empty if
 *          nobody can tell
 * @param answers what the network said of each validation image; empty if there
 *          is none, or the epoch is one of an earlier run that this one goes on
 *          from
 */
public record EpochFacts(EpochFigures figures, boolean best, int epochs,
		OptionalDouble secondsLeft, Optional<ValidationAnswers> answers)
{

	/**
	 * Of an epoch that ended in an earlier run.
	 *
	 * @param figures of it
	 * @param best whether it was the best
	 * @param epochs of the run at most
	 * @return what is still known
	 */
	static EpochFacts ofBefore(final EpochFigures figures, final boolean best,
		final int epochs)
	{
		return new EpochFacts(figures, best, epochs, OptionalDouble.empty(),
			Optional.empty());
	}

	/**
	 * Of a new last layer for layers that stay as they are.
	 *
	 * @param figures of it
	 * @param answers what it said of each validation image; empty if there is
	 *          none
	 * @return as of an epoch
	 */
	public static EpochFacts ofHead(final EpochFigures figures,
		final Optional<ValidationAnswers> answers)
	{
		return new EpochFacts(figures, true, 0, OptionalDouble.empty(), answers);
	}

	/** @return whether a new last layer was fitted, which takes no epochs */
	public boolean isHead() {
		return epochs == 0;
	}
}
