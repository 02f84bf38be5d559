
package io.github.cnnclassifier.tuning;

import java.util.List;
import java.util.stream.Stream;

/**
 * The order in which a space is searched. What comes next depends on nothing
 * but the trials before, so that a study that was killed goes on as if it had
 * not been. Immutable.
 */
interface Strategy {

	/**
	 * What to try.
	 *
	 * @param setting of the space
	 * @param rung 0-based
	 * @param share of a whole training
	 */
	record Proposal(Setting setting, int rung, double share) {
	}

	/**
	 * @param searched the trials of the search so far, in order
	 * @return what to try next, the best idea first; lazy, as there may be no end
	 *         of them; empty if there is nothing left
	 */
	Stream<Proposal> proposals(List<FinishedTrial> searched);

	/** @return the length of the training of new settings */
	double firstShare();
}
