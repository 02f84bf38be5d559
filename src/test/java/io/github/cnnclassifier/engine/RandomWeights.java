
package io.github.cnnclassifier.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.random.SeedTree;

/** Weights as a trained network could have them: every value matters. */
public final class RandomWeights {

	private RandomWeights() {}

	/**
	 * @param spec a possible network
	 * @param seed any
	 * @return the same weights for the same spec and seed
	 */
	public static Weights of(final NetworkSpec spec, final long seed) {
		final List<Tensor> tensors = new ArrayList<>();
		for (final ParameterShape p : NetworkPlan.of(spec).parameters()) {
			final SplittableRandom random = new SeedTree(seed).child(p.name())
				.random();
			int size = 1;
			for (final int length : p.shape())
				size *= length;
			final float[] data = new float[size];
			for (int i = 0; i < size; i++)
				data[i] = (float) value(p, size, random.nextDouble(-1, 1));
			tensors.add(new Tensor(p.name(), p.shape(), data));
		}
		return new Weights(tensors);
	}

	private static double value(final ParameterShape p, final int size,
		final double any)
	{
		if (p.name().endsWith(".scale") || p.name().endsWith(".variance"))
			return 1 + 0.5 * any;
		if (p.shape().length == 1) return 0.3 * any;
		// keeps the spread of values from layer to layer (He et al., 2015)
		final int outputs = p.shape().length == 4 ? p.shape()[0] : p.shape()[1];
		return any * Math.sqrt(6.0 * outputs / size);
	}
}
