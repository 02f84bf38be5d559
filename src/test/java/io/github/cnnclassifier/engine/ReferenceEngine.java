
package io.github.cnnclassifier.engine;

import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Weights;

/**
 * Predicts by the definition of each layer, in plain loops and double
 * precision: an oracle for tests, slow and easy to check by eye. It does not
 * learn.
 */
public final class ReferenceEngine implements Engine {

	@Override
	public TrainableNetwork create(final NetworkSpec spec,
		final TrainingOptions options)
	{
		throw new UnsupportedOperationException("the reference does not learn");
	}

	@Override
	public Network load(final NetworkSpec spec, final Weights weights) {
		final ReferenceNetwork network = new ReferenceNetwork(NetworkPlan.of(spec),
			weights);
		return new Network() {

			@Override
			public float[] predict(final float[] inputs, final int count) {
				return network.predict(inputs, count);
			}

			@Override
			public float[] features(final float[] inputs, final int count) {
				return network.features(inputs, count);
			}

			@Override
			public void close() {
				// nothing native
			}
		};
	}

	@Override
	public MemoryNeed trainingMemory(final NetworkSpec spec,
		final TrainingOptions options)
	{
		throw new UnsupportedOperationException("the reference does not learn");
	}

	@Override
	public MemoryNeed predictionMemory(final NetworkSpec spec) {
		return new MemoryNeed(0, 0);
	}

	@Override
	public long availableBytes() {
		return Long.MAX_VALUE;
	}

	@Override
	public String description() {
		return "plain loops in double precision";
	}
}
