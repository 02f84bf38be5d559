
package io.github.cnnclassifier.training;

import io.github.cnnclassifier.engine.TrainableNetwork;

/**
 * What a training run leaves behind. Closing it closes the network.
 *
 * @param result how the run ended
 * @param network with the weights of the kept epoch; as the run began it if
 *          none was finished
 * @param settings as they were used: those of the run, but for a batch that the
 *          memory made smaller
 */
public record TrainedNetwork(TrainingResult result, TrainableNetwork network,
		TrainingSettings settings) implements AutoCloseable
{

	@Override
	public void close() {
		network.close();
	}
}
