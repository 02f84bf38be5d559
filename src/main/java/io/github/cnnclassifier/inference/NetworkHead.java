
package io.github.cnnclassifier.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.model.NetworkPlan.Step;
import io.github.cnnclassifier.model.Weights;

/**
 * The end of a network, from the last layer that has places to the outputs
 * before the softmax, and its gradient: a few layers, computed in double
 * precision without an engine. Immutable and thread-safe.
 */
final class NetworkHead {

	private final List<HeadLayer> layers;

	private NetworkHead(final List<HeadLayer> layers) {
		this.layers = List.copyOf(layers);
	}

	/**
	 * @param steps the last ones of a network
	 * @param weights of the network
	 * @return empty if there is a layer among them that is not known here
	 */
	static Optional<NetworkHead> of(final List<Step> steps,
		final Weights weights)
	{
		final List<HeadLayer> layers = new ArrayList<>();
		for (final Step step : steps) {
			final Optional<HeadLayer> layer = HeadLayer.of(step, weights);
			if (layer.isEmpty()) return Optional.empty();
			layers.add(layer.get());
		}
		return Optional.of(new NetworkHead(layers));
	}

	/**
	 * @param activation what the first of the layers gets, of one sample
	 * @return one for each class
	 */
	double[] outputs(final double[] activation) {
		double[] values = activation;
		for (final HeadLayer layer : layers)
			values = layer.forward(values);
		return values;
	}

	/**
	 * @param activation what the first of the layers gets, of one sample
	 * @param label of a class, 0-based
	 * @return how the log-odds of the class change with each value of it
	 */
	double[] gradient(final double[] activation, final int label) {
		final List<double[]> inputs = new ArrayList<>();
		double[] values = activation;
		for (final HeadLayer layer : layers) {
			inputs.add(values);
			values = layer.forward(values);
		}
		double[] gradient = LogOdds.gradient(values, label);
		for (int i = layers.size() - 1; i >= 0; i--)
			gradient = layers.get(i).backward(inputs.get(i), gradient);
		return gradient;
	}
}
