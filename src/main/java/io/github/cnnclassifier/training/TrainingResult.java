
package io.github.cnnclassifier.training;

import java.util.List;

import io.github.cnnclassifier.model.EpochFigures;

/**
 * How a training run ended. The network holds the weights of the kept epoch.
 *
 * @param stopReason why it ended
 * @param kept the epoch whose weights are kept
 * @param history one entry per finished epoch; copied
 */
public record TrainingResult(StopReason stopReason, KeptEpoch kept,
		List<EpochFigures> history)
{

	/** Copies the list. */
	public TrainingResult {
		history = List.copyOf(history);
	}
}
