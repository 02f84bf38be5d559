
package io.github.cnnclassifier.engine.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Fresh weights after He et al., 2015: normal with variance 2 / inputs, for the
 * last layer, which no ReLU follows, 1 / inputs. Scales and variances are 1,
 * everything else 0. Each tensor draws from a stream of its own name, so that a
 * change of one layer leaves the others alone.
 */
final class InitialWeights {

	private InitialWeights() {}

	static Weights of(final NetworkPlan plan, final long seed) {
		final SeedTree seeds = new SeedTree(seed).child("weights");
		final List<ParameterShape> shapes = plan.parameters();
		final String last = shapes.get(shapes.size() - 2).name();
		final List<Tensor> tensors = new ArrayList<>();
		for (final ParameterShape p : shapes) {
			final float[] data = new float[size(p.shape())];
			if (p.name().endsWith(".weight")) {
				final double gain = p.name().equals(last) ? 1 : 2;
				fillNormal(data, Math.sqrt(gain / inputs(p.shape())), seeds.child(p
					.name()).random());
			}
			else if (p.name().endsWith(".scale") || p.name().endsWith(".variance"))
				Arrays.fill(data, 1);
			tensors.add(new Tensor(p.name(), p.shape(), data));
		}
		return new Weights(tensors);
	}

	private static void fillNormal(final float[] data, final double deviation,
		final SplittableRandom random)
	{
		for (int i = 0; i < data.length; i++)
			data[i] = (float) (deviation * random.nextGaussian());
	}

	private static int inputs(final int[] shape) {
		return shape.length == 2 ? shape[0] : shape[1] * shape[2] * shape[3];
	}

	private static int size(final int[] shape) {
		int size = 1;
		for (final int length : shape)
			size = Math.multiplyExact(size, length);
		return size;
	}
}
