
package io.github.cnnclassifier.training;

import io.github.cnnclassifier.engine.TrainableNetwork;

/**
 * What a training run leaves behind. Closing it closes the network.
 *
 * @param result how the run ended
 * @param network with the weights of the kept epoch; as the run began it if
 *          none was finished
 */
public record TrainedNetwork(TrainingResult result, TrainableNetwork network)
		implements
			AutoCloseable
{

	@Override
	public void close() {
		network.close();
	}
}
