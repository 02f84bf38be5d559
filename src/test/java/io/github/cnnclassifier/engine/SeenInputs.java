
package io.github.cnnclassifier.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Weights;

/**
 * An engine whose networks remember what they were asked the features of.
 * Inputs that are all 0 only fill a batch and are not counted.
 */
public final class SeenInputs implements Engine {

	private final Engine engine;
	private final List<List<Float>> inputs = new ArrayList<>();

	/** @param engine that computes */
	public SeenInputs(final Engine engine) {
		this.engine = engine;
	}

	/** @return how many inputs went through to features */
	public int count() {
		return inputs.size();
	}

	/** @return how many of these differ */
	public int different() {
		return new HashSet<>(inputs).size();
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
			public float[] predict(final float[] batch, final int count) {
				return network.predict(batch, count);
			}

			@Override
			public float[] features(final float[] batch, final int count) {
				see(batch, count, spec.input().size());
				return network.features(batch, count);
			}

			@Override
			public void close() {
				network.close();
			}
		};
	}

	private void see(final float[] batch, final int count, final int size) {
		for (int i = 0; i < count; i++) {
			final Float[] values = new Float[size];
			boolean empty = true;
			for (int v = 0; v < size; v++) {
				values[v] = batch[i * size + v];
				empty &= values[v] == 0;
			}
			if (!empty) inputs.add(Arrays.asList(values));
		}
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
