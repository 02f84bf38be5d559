
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

import io.github.cnnclassifier.engine.RandomWeights;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.progress.Progress;

/**
 * The plain path in double precision beside central differences of its own
 * loss, norms included. The fast path is compared with the plain one elsewhere.
 */
class PlainGradientTest {

	private static final double STEP = 1e-5;
	private static final int PROBES = 7;

	@BeforeAll
	static void start() {
		Bootstrap.start(Progress.none());
	}

	static Stream<NetworkSpec> networks() {
		return Stream.concat(SmallNetworks.all(), RandomNetworks.some(6));
	}

	@ParameterizedTest
	@MethodSource("networks")
	void gradientsAreThoseOfCentralDifferences(final NetworkSpec spec) {
		for (final int count : new int[] { 1, 5 })
			check(spec, count);
	}

	private static void check(final NetworkSpec spec, final int count) {
		final NetworkPlan plan = NetworkPlan.of(spec);
		final ComputationGraph graph = graph(plan);
		GraphWeights.copyTo(graph, plan, RandomWeights.of(spec, 7));
		give(graph, spec, count);
		graph.computeGradientAndScore();
		final Map<String, INDArray> gradients = new HashMap<>();
		graph.gradient().gradientForVariable().forEach((name, gradient) -> {
			// Deeplearning4j hands its running means on as if they were gradients.
			if (!name.endsWith("_mean") && !name.endsWith("_var")) gradients.put(name,
				gradient.div(count).dup('c'));
		});
		final Map<String, INDArray> parameters = graph.paramTable();
		int checked = 0;
		int kinks = 0;
		for (final Map.Entry<String, INDArray> entry : gradients.entrySet()) {
			final INDArray gradient = entry.getValue();
			final INDArray parameter = parameters.get(entry.getKey());
			final double tolerance = 1e-6 * gradient.amaxNumber().doubleValue() +
				1e-8;
			for (long i = 0; i < gradient.length(); i += 1 + gradient.length() /
				PROBES)
			{
				checked++;
				final long[] at = Shape.ind2subC(gradient.shape(), i);
				final double slope = slope(graph, parameter, at, STEP);
				// Where two step lengths disagree, a ReLU or a maximum has a kink.
				if (Math.abs(slope - slope(graph, parameter, at, STEP / 4)) > tolerance)
					kinks++;
				else assertEquals(slope, gradient.getDouble(at), tolerance, entry
					.getKey() + " at " + i + ", batch " + count);
			}
		}
		graph.close();
		assertTrue(kinks <= checked / 4, kinks + " kinks of " + checked);
	}

	private static ComputationGraph graph(final NetworkPlan plan) {
		return GraphBuilder.trainable(plan, new LearningRate(),
			new WeightedCrossEntropy(), 0).convertDataType(DataType.DOUBLE);
	}

	private static void give(final ComputationGraph graph, final NetworkSpec spec,
		final int count)
	{
		final INDArray truth = Nd4j.zeros(DataType.DOUBLE, count, spec.classes());
		final int[] labels = Batches.labels(spec, count);
		for (int i = 0; i < count; i++)
			truth.putScalar(i, labels[i], 1);
		graph.setInputs(Nd4j.create(Batches.inputs(spec, count, 8), new long[] {
			count, spec.input().channels(), spec.input().height(), spec.input()
				.width() }, 'c').castTo(DataType.DOUBLE));
		graph.setLabels(truth);
	}

	private static double slope(final ComputationGraph graph,
		final INDArray parameter, final long[] at, final double step)
	{
		final double kept = parameter.getDouble(at);
		parameter.putScalar(at, kept + step);
		graph.computeGradientAndScore();
		final double above = graph.score();
		parameter.putScalar(at, kept - step);
		graph.computeGradientAndScore();
		final double below = graph.score();
		parameter.putScalar(at, kept);
		return (above - below) / (2 * step);
	}
}
