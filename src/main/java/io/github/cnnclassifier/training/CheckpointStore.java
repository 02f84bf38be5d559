
package io.github.cnnclassifier.training;

import java.io.IOException;
import java.util.List;

import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.Weights;

/** Keeps the best model of a run. */
@FunctionalInterface
public interface CheckpointStore {

	/**
	 * Replaces what was kept before, whole or not at all.
	 *
	 * @param weights of the best epoch so far
	 * @param history all epochs so far; the last one is the best
	 * @throws IOException if it cannot be kept; the one before is then still
	 *           there
	 */
	void save(Weights weights, List<EpochFigures> history) throws IOException;

	/**
	 * What the user has if the run fails, for its message. Unless overridden,
	 * that is what this run has saved.
	 *
	 * @param saved whether {@link #save} was called in this run or the one that
	 *          it goes on from
	 * @return a whole sentence
	 */
	default String kept(final boolean saved) {
		return saved ? "The best model so far is kept." : "No model was saved.";
	}
}
