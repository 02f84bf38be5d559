
package io.github.cnnclassifier.engine.dl4j;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.deeplearning4j.nn.updater.UpdaterBlock.ParamState;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;

/**
 * Moves the running averages of the optimiser between our named tensors and the
 * graph. It keeps them in blocks of parameters that lie side by side: first one
 * average of all parameters of the block, then the next.
 */
final class GraphMoments {

	private final List<String> names;
	private final List<ParameterShape> learned;
	private final Map<String, INDArray[]> views = new LinkedHashMap<>();

	/**
	 * Sets all averages to 0.
	 *
	 * @param names of the averages, in the order of the graph's optimiser
	 * @param learned weights that have averages
	 */
	GraphMoments(final ComputationGraph graph, final List<String> names,
		final List<ParameterShape> learned)
	{
		this.names = names;
		this.learned = learned;
		for (final UpdaterBlock block : graph.getUpdater().getUpdaterBlocks()) {
			// Otherwise done in the first step, which would forget what was set.
			block.init();
			block.setUpdaterViewRequiresInitialization(false);
			if (block.getUpdaterView() != null) block.getLayersAndVariablesInBlock()
				.forEach(p -> view(block, p));
		}
	}

	private void view(final UpdaterBlock block, final ParamState parameter) {
		final Trainable layer = parameter.getLayer();
		final INDArray values = layer.paramTable(false).get(parameter
			.getParamName());
		final INDArray all = block.getUpdaterView();
		final INDArray row = all.reshape(all.length());
		final long size = block.getParamOffsetEnd() - block.getParamOffsetStart();
		final long offset = parameter.getParamOffsetStart() - block
			.getParamOffsetStart();
		final INDArray[] of = new INDArray[names.size()];
		for (int i = 0; i < of.length; i++) {
			final long start = i * size + offset;
			of[i] = GraphWeights.asStored(layer.getConfig(), row.get(NDArrayIndex
				.interval(start, start + values.length())).reshape(values.ordering(),
					true, values.shape()));
		}
		views.put(layer.getConfig().getLayerName() + '.' + GraphWeights.ours(
			parameter.getParamName()), of);
	}

	/** @return copies, by name of the average */
	Map<String, Weights> copy() {
		final Map<String, Weights> moments = new LinkedHashMap<>();
		for (int i = 0; i < names.size(); i++) {
			final int moment = i;
			moments.put(names.get(i), new Weights(learned.stream().map(p -> copy(p,
				moment)).toList()));
		}
		return moments;
	}

	private Tensor copy(final ParameterShape p, final int moment) {
		try (INDArray copy = views.get(p.name())[moment].dup('c')) {
			return new Tensor(p.name(), p.shape().clone(), copy.data().asFloat());
		}
	}

	/** @param moments one for each name, of the shapes of the learned weights */
	void set(final Map<String, Weights> moments) {
		for (int i = 0; i < names.size(); i++) {
			for (final ParameterShape p : learned) {
				final INDArray view = views.get(p.name())[i];
				try (INDArray source = Nd4j.create(moments.get(names.get(i)).get(p
					.name()).data(), view.shape(), 'c'))
				{
					view.assign(source);
				}
			}
		}
	}
}
