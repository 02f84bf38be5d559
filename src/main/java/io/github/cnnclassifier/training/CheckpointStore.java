
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
}
