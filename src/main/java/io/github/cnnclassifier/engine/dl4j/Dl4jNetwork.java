
package io.github.cnnclassifier.engine.dl4j;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkPlan;

/** A graph that predicts. */
class Dl4jNetwork implements Network {

	private final ComputationGraph graph;
	private final ThreadCount threads;
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
