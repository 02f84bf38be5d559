
package io.github.cnnclassifier.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.Weights;

/**
 * Deeplearning4j as anyone configures it, nothing switched on. Its threads come
 * from the environment of the process.
 */
final class StockDl4j implements Contender {

	@Override
	public Training training(final NetworkPlan plan, final Weights weights,
		final List<Batch> batches)
	{
		final ComputationGraph graph = StockGraph.of(plan, weights);
		final List<INDArray> inputs = inputs(plan, batches);
		final List<INDArray> truths = new ArrayList<>();
		for (final Batch b : batches) {
			final INDArray truth = Nd4j.zeros(b.size(), plan.spec().classes());
			for (int i = 0; i < b.size(); i++)
				truth.putScalar(i, b.labels()[i], 1);
			truths.add(truth);
		}
		return new Training() {

			@Override
			public long parameterCount() {
				return graph.numParams();
			}

			@Override
			public double step(final int batch) {
				graph.fit(new INDArray[] { inputs.get(batch) }, new INDArray[] { truths
					.get(batch) });
				return graph.score();
			}

			@Override
			public void close() {
				graph.close();
			}
		};
	}

	@Override
	public Inference inference(final NetworkPlan plan, final Weights weights,
		final Path onnx, final List<Batch> batches)
	{
		final ComputationGraph graph = StockGraph.of(plan, weights);
		final List<INDArray> inputs = inputs(plan, batches);
		return new Inference() {

			@Override
			public float[] predict(final int batch) {
				return graph.outputSingle(inputs.get(batch)).dup('c').data().asFloat();
			}

			@Override
			public void close() {
				graph.close();
			}
		};
	}

	private static List<INDArray> inputs(final NetworkPlan plan,
		final List<Batch> batches)
	{
		final InputShape in = plan.spec().input();
		final List<INDArray> inputs = new ArrayList<>();
		for (final Batch b : batches)
			inputs.add(Nd4j.create(b.inputs(), new long[] { b.size(), in.channels(),
				in.height(), in.width() }, 'c'));
		return inputs;
	}
}
