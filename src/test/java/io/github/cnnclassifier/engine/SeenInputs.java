
package io.github.cnnclassifier.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import io.github.cnnclassifier.model.NetworkSpec;

/**
 * An engine whose networks remember what they were asked the features of.
 * Inputs that are all 0 only fill a batch and are not counted.
 */
public final class SeenInputs extends EngineAround {

	private final List<List<Float>> inputs = new ArrayList<>();

	/** @param engine that computes */
	public SeenInputs(final Engine engine) {
		super(engine);
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
	void predicting(final NetworkSpec spec, final float[] batch,
		final int count)
	{
		// only features are counted
	}

	@Override
	void featuresOf(final NetworkSpec spec, final float[] batch,
		final int count)
	{
		see(batch, count, spec.input().size());
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
}
