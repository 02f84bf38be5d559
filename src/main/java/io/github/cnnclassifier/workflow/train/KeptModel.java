
package io.github.cnnclassifier.workflow.train;

import java.util.List;

import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.training.CheckpointStore;

/**
 * Takes no model, since the file has one already that stays until the run has
 * ended.
 *
 * @param which a whole sentence
 */
record KeptModel(String which) implements CheckpointStore {

	@Override
	public void save(final Weights weights, final List<EpochFigures> history) {
		// the states of the run have it
	}

	@Override
	public String kept(final boolean saved) {
		return which;
	}
}
