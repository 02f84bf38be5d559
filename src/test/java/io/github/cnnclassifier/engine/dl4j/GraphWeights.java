
package io.github.cnnclassifier.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;

/**
 * Moves weights between our named tensors and the graph, which names them
 * otherwise and keeps dense ones column-major.
 */
final class GraphWeights {

	private static final Map<String, String> NORM = Map.of("scale", "gamma",
		"shift", "beta", "mean", "mean", "variance", "var");
	private static final Map<String, String> OTHER = Map.of("weight", "W", "bias",
		"b");

	private GraphWeights() {}

	/** @return for instance {@code weight} for {@code W} */
	static String ours(final String theirs) {
		return Stream.concat(NORM.entrySet().stream(), OTHER.entrySet().stream())
			.filter(e -> e.getValue().equals(theirs)).map(Map.Entry::getKey)
			.findFirst().orElseThrow();
	}

	/** @return a copy of all weights */
	static Weights copyFrom(final ComputationGraph graph,
		final NetworkPlan plan)
	{
		return copyFrom(graph, plan.parameters());
	}

	/** @return a copy of some weights */
	static Weights copyFrom(final ComputationGraph graph,
		final List<ParameterShape> some)
	{
		final List<Tensor> tensors = new ArrayList<>();
		for (final ParameterShape p : some) {
			final FixedNorm norm = fixedNorm(graph, p);
			if (norm != null) tensors.add(new Tensor(p.name(), p.shape().clone(), norm
				.get(kind(p))));
			else try (INDArray copy = array(graph, p).dup('c')) {
				tensors.add(new Tensor(p.name(), p.shape().clone(), copy.data()
					.asFloat()));
			}
		}
		return new Weights(tensors);
	}

	/**
	 * @throws IllegalArgumentException if a tensor is missing or has another
	 *           shape than planned
	 */
	static void copyTo(final ComputationGraph graph, final NetworkPlan plan,
		final Weights weights)
	{
		copyTo(graph, plan.parameters(), weights);
	}

	/**
	 * @throws IllegalArgumentException if one of the tensors is missing or has
	 *           another shape
	 */
	static void copyTo(final ComputationGraph graph,
		final List<ParameterShape> some, final Weights weights)
	{
		weights.requireShapes(some);
		for (final ParameterShape p : some) {
			final Tensor tensor = weights.get(p.name());
			final FixedNorm norm = fixedNorm(graph, p);
			if (norm != null) {
				norm.set(kind(p), tensor.data());
				continue;
			}
			final INDArray target = array(graph, p);
			try (INDArray source = Nd4j.create(tensor.data(), target.shape(), 'c')) {
				target.assign(source);
			}
		}
	}

	private static INDArray array(final ComputationGraph graph,
		final ParameterShape parameter)
	{
		final String kind = kind(parameter);
		final String theirs = OTHER.getOrDefault(kind, NORM.get(kind));
		final Layer layer = graph.getLayer(layer(parameter));
		return asStored(layer.conf().getLayer(), layer.getParam(theirs));
	}

	/**
	 * @param layer as configured, whose array it is
	 * @return the same memory with the axes of the stored tensor: kernels of a
	 *         depthwise convolution are Y,X,C,1 there
	 */
	static INDArray asStored(final Object layer, final INDArray array) {
		return layer instanceof DepthwiseConvolution2D && array.rank() == 4 ? array
			.permute(2, 3, 0, 1) : array;
	}

	/** @return null if the weight belongs to no frozen batch-norm */
	private static FixedNorm fixedNorm(final ComputationGraph graph,
		final ParameterShape parameter)
	{
		return graph.getLayer(layer(parameter)).conf()
			.getLayer() instanceof final ActivationLayer a && a
				.getActivationFn() instanceof final FixedNorm norm ? norm : null;
	}

	private static String layer(final ParameterShape parameter) {
		return parameter.name().substring(0, parameter.name().lastIndexOf('.'));
	}

	private static String kind(final ParameterShape parameter) {
		return parameter.name().substring(parameter.name().lastIndexOf('.') + 1);
	}
}
