
package io.github.cnnclassifier.training;

import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.engine.NetworkState;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.Weights;

/**
 * A training run between two epochs: all that decides how it goes on. What is
 * random in an epoch follows from the seed and the number of the epoch, so that
 * there is no other random state than that of the network. Immutable; treat the
 * data of tensors as read-only.
 *
 * @param settings complete; as the run was begun with, but for a batch that the
 *          memory made smaller since
 * @param network as it learns on
 * @param mean of the weights
 * @param meanSteps steps that the mean is of; 0 before the first one
 * @param best the epoch to come back to
 * @param history the finished epochs; copied
 */
public record TrainingState(TrainingSettings settings, NetworkState network,
		Weights mean, long meanSteps, Best best, List<EpochFigures> history)
{

	/**
	 * The best epoch so far.
	 *
	 * @param epoch 1-based; 0 if there is none yet
	 * @param measure by which it is the best; infinite if there is none
	 * @param weights of its model; empty if there is none
	 */
	public record Best(int epoch, double measure, Optional<Weights> weights) {
	}

	/** Copies the list. */
	public TrainingState {
		history = List.copyOf(history);
	}

	/**
	 * @param other complete
	 * @return the same, to go on with other settings
	 */
	public TrainingState with(final TrainingSettings other) {
		return new TrainingState(other, network, mean, meanSteps, best, history);
	}
}
