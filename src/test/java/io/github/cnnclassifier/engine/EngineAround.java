
package io.github.cnnclassifier.engine;

import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Weights;

/**
 * Another engine, whose predictions and features are watched before they are
 * computed; all else is as there.
 */
abstract class EngineAround implements Engine {

	private final Engine engine;

	/** @param engine that computes */
	EngineAround(final Engine engine) {
		this.engine = engine;
	}

	/** @param count inputs whose probabilities are asked for */
	abstract void predicting(NetworkSpec spec, float[] batch, int count);

	/** @param count inputs whose features are asked for */
	abstract void featuresOf(NetworkSpec spec, float[] batch, int count);

	@Override
	public final TrainableNetwork create(final NetworkSpec spec,
		final TrainingOptions options)
	{
		return engine.create(spec, options);
	}

	@Override
	public final Network load(final NetworkSpec spec, final Weights weights) {
		final Network network = engine.load(spec, weights);
		return new Network() {

			@Override
			public float[] predict(final float[] batch, final int count) {
				predicting(spec, batch, count);
				return network.predict(batch, count);
			}

			@Override
			public float[] features(final float[] batch, final int count) {
				featuresOf(spec, batch, count);
				return network.features(batch, count);
			}

			@Override
			public void close() {
				network.close();
			}
		};
	}

	@Override
	public final MemoryNeed trainingMemory(final NetworkSpec spec,
		final TrainingOptions options)
	{
		return engine.trainingMemory(spec, options);
	}

	@Override
	public final MemoryNeed predictionMemory(final NetworkSpec spec) {
		return engine.predictionMemory(spec);
	}

	@Override
	public final long availableBytes() {
		return engine.availableBytes();
	}

	@Override
	public final String description() {
		return engine.description();
	}
}
