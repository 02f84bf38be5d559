
package io.github.cnnclassifier.engine;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Weights;

/** Another engine, whose networks have no room for more than so many inputs. */
public final class SmallMemory implements Engine {

	private final Engine engine;
	private final int most;
	/** Of the batches that were answered. */
	private final List<Integer> batches = new ArrayList<>();

	/**
	 * @param engine that computes
	 * @param most inputs at a time
	 */
	public SmallMemory(final Engine engine, final int most) {
		this.engine = engine;
		this.most = most;
	}

	/** @return how large those were that had room */
	public List<Integer> batches() {
		return batches;
	}

	@Override
	public TrainableNetwork create(final NetworkSpec spec,
		final TrainingOptions options)
	{
		return engine.create(spec, options);
	}

	@Override
	public Network load(final NetworkSpec spec, final Weights weights) {
		final Network network = engine.load(spec, weights);
		return new Network() {

			@Override
			public float[] predict(final float[] inputs, final int count) {
				requireRoom(count);
				return network.predict(inputs, count);
			}

			@Override
			public float[] features(final float[] inputs, final int count) {
				requireRoom(count);
				return network.features(inputs, count);
			}

			@Override
			public void close() {
				network.close();
			}
		};
	}

	private void requireRoom(final int count) {
		if (count > most) throw new OutOfMemoryError("no room for " + count);
		batches.add(count);
	}

	@Override
	public MemoryNeed trainingMemory(final NetworkSpec spec,
		final TrainingOptions options)
	{
		return engine.trainingMemory(spec, options);
	}

	@Override
	public MemoryNeed predictionMemory(final NetworkSpec spec) {
		return engine.predictionMemory(spec);
	}

	@Override
	public long availableBytes() {
		return engine.availableBytes();
	}

	@Override
	public String description() {
		return engine.description();
	}
}
