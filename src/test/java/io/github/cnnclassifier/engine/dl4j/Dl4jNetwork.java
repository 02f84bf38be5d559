
package io.github.cnnclassifier.engine.dl4j;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

import io.github.cnnclassifier.engine.BatchOutputs;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkPlan.Step;

/** A graph that predicts. */
class Dl4jNetwork implements Network {

	private final ComputationGraph graph;
	private final ThreadCount threads;
	private final String featureStep;
	private final String lastStep;
	private final Batch inputs;
	private boolean closed;

	/** A network that only predicts. */
	Dl4jNetwork(final FoldedNetwork folded, final ThreadCount threads) {
		this(folded.plan(), GraphBuilder.predicting(folded.plan()), threads);
		GraphWeights.copyTo(graph, folded.plan(), folded.weights());
	}

	Dl4jNetwork(final NetworkPlan plan, final ComputationGraph graph,
		final ThreadCount threads)
	{
		this.graph = graph;
		this.threads = threads;
		final List<Step> steps = plan.steps();
		featureStep = steps.get(steps.size() - 2).name();
		lastStep = steps.get(steps.size() - 1).name();
		final InputShape in = plan.spec().input();
		inputs = new Batch(in.channels(), in.height(), in.width());
	}

	@Override
	public float[] predict(final float[] values, final int count) {
		final INDArray batch = input(values, count);
		try (INDArray output = graph.output(false, batch)[0];
				INDArray rows = output.dup('c'))
		{
			return rows.data().asFloat();
		}
	}

	@Override
	public float[] features(final float[] values, final int count) {
		return outputs(values, count, featureStep).get(0);
	}

	@Override
	public BatchOutputs predictWithFeatures(final float[] values,
		final int count)
	{
		final List<float[]> both = outputs(values, count, lastStep, featureStep);
		return new BatchOutputs(both.get(0), both.get(1));
	}

	/** @return a copy of what each of the steps gives */
	private List<float[]> outputs(final float[] values, final int count,
		final String... steps)
	{
		final Map<String, INDArray> all = graph.feedForward(new INDArray[] { input(
			values, count) }, false);
		try {
			return Stream.of(steps).map(step -> copy(all.get(step))).toList();
		}
		finally {
			// the batch is among them
			all.values().stream().filter(a -> !inputs.holds(a)).forEach(
				INDArray::close);
		}
	}

	private static float[] copy(final INDArray array) {
		try (INDArray rows = array.dup('c')) {
			return rows.data().asFloat();
		}
	}

	/** Fills the input array and readies the calling thread for computing. */
	final INDArray input(final float[] values, final int count) {
		if (closed) throw new IllegalStateException("The network is closed");
		threads.use();
		return inputs.fill(values, count);
	}

	final ComputationGraph graph() {
		return graph;
	}

	@Override
	public void close() {
		if (closed) return;
		closed = true;
		inputs.close();
		graph.close();
	}
}
