
package io.github.cnnclassifier.engine.dl4j;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.MemoryNeed;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;

/** Deeplearning4j's own graph, as an oracle: it shares no layer with ours. */
final class PlainEngine implements Engine {

	private final int threads;

	/** @param threads for computing, at least 1 */
	PlainEngine(final int threads) {
		this.threads = threads;
	}

	@Override
	public TrainableNetwork create(final NetworkSpec spec,
		final TrainingOptions options)
	{
		final NetworkPlan plan = NetworkPlan.of(spec);
		options.requireFrozenIn(plan);
		Bootstrap.start(Progress.none());
		final TrainableNetwork network = new Dl4jTrainableNetwork(plan, options,
			ThreadCount.of(options.exact() ? 1 : threads));
		network.setWeights(InitialWeights.of(plan, options.seed()));
		return network;
	}

	@Override
	public Network load(final NetworkSpec spec, final Weights weights) {
		Bootstrap.start(Progress.none());
		return new Dl4jNetwork(new FoldedNetwork(NetworkPlan.of(spec), weights),
			ThreadCount.of(threads));
	}

	@Override
	public MemoryNeed trainingMemory(final NetworkSpec spec,
		final TrainingOptions options)
	{
		return NetworkMemory.training(NetworkPlan.of(spec), options.optimizer(),
			ComputePath.ONE_DNN, threads);
	}

	@Override
	public MemoryNeed predictionMemory(final NetworkSpec spec) {
		return NetworkMemory.predicting(NetworkPlan.of(spec), ComputePath.ONE_DNN,
			threads);
	}

	@Override
	public long availableBytes() {
		return Long.MAX_VALUE;
	}

	@Override
	public String description() {
		return "Deeplearning4j's graph";
	}
}
