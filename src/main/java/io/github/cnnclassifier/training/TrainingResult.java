
package io.github.cnnclassifier.training;

import java.util.List;

import io.github.cnnclassifier.model.EpochFigures;

/**
 * How a training run ended. The network holds the weights of the best epoch.
 *
 * @param stopReason why it ended
 * @param bestEpoch 1-based; 0 if no epoch was finished
 * @param history one entry per finished epoch; copied
 */
public record TrainingResult(StopReason stopReason, int bestEpoch,
		List<EpochFigures> history)
{

	/** Copies the list. */
	public TrainingResult {
		history = List.copyOf(history);
	}
}
