
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

import io.github.cnnclassifier.engine.RandomWeights;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

/**
 * The plain path in double precision beside central differences of its own
 * loss, norms included. The fast path is compared with the plain one elsewhere.
 * <p>
 * Each tensor is moved as a whole in a few random directions: the slope along
 * one involves every element of the gradient, so that few evaluations prove all
 * of them.
 */
class PlainGradientTest {

	private static final double STEP = 1e-6;
	private static final int DIRECTIONS = 2;

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
		final ComputationGraph graph = GraphBuilder.differentiated(plan,
			new WeightedCrossEntropy()).convertDataType(DataType.DOUBLE);
		GraphWeights.copyTo(graph, plan, RandomWeights.of(spec, 7));
		final DataSet batch = batch(spec, count);
		graph.setInputs(batch.getFeatures());
		graph.setLabels(batch.getLabels());
		graph.computeGradientAndScore();
		final Map<String, INDArray> gradients = new HashMap<>();
		graph.gradient().gradientForVariable().forEach((name, gradient) -> {
			// Deeplearning4j hands its running means on as if they were gradients.
			if (!name.endsWith("_mean") && !name.endsWith("_var")) gradients.put(name,
				gradient.div(count).dup('c'));
		});
		final SplittableRandom random = new SeedTree(8).random();
		int checked = 0;
		int kinks = 0;
		for (final Map.Entry<String, INDArray> entry : gradients.entrySet()) {
			final INDArray gradient = entry.getValue();
			final INDArray parameter = graph.paramTable().get(entry.getKey());
			final double tolerance = 1e-6 * gradient.norm2Number().doubleValue() +
				1e-8;
			for (int i = 0; i < DIRECTIONS; i++) {
				final INDArray direction = direction(gradient.shape(), random);
				final double expected = gradient.mul(direction).sumNumber()
					.doubleValue();
				final double slope = slope(graph, batch, parameter, direction, STEP);
				checked++;
				if (Math.abs(slope - expected) <= tolerance) continue;
				// Where two step lengths disagree, a ReLU or a maximum has a kink.
				if (Math.abs(slope - slope(graph, batch, parameter, direction, STEP /
					4)) > tolerance) kinks++;
				else assertEquals(slope, expected, tolerance, entry.getKey() +
					", batch " + count);
			}
		}
		graph.close();
		assertTrue(kinks <= checked / 4, kinks + " kinks of " + checked);
	}

	private static DataSet batch(final NetworkSpec spec, final int count) {
		final INDArray truth = Nd4j.zeros(DataType.DOUBLE, count, spec.classes());
		final int[] labels = Batches.labels(spec, count);
		for (int i = 0; i < count; i++)
			truth.putScalar(i, labels[i], 1);
		return new DataSet(Nd4j.create(Batches.inputs(spec, count, 8), new long[] {
			count, spec.input().channels(), spec.input().height(), spec.input()
				.width() }, 'c').castTo(DataType.DOUBLE), truth);
	}

	/** @return of length 1 */
	private static INDArray direction(final long[] shape,
		final SplittableRandom random)
	{
		final double[] values = new double[(int) LongStream.of(shape).reduce(1, (a,
			b) -> a * b)];
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextGaussian();
		final INDArray direction = Nd4j.create(values, shape, 'c');
		return direction.divi(direction.norm2Number());
	}

	private static double slope(final ComputationGraph graph, final DataSet batch,
		final INDArray parameter, final INDArray direction, final double step)
	{
		final INDArray kept = parameter.dup();
		parameter.addi(direction.mul(step));
		final double above = graph.score(batch, true);
		parameter.assign(kept).subi(direction.mul(step));
		final double below = graph.score(batch, true);
		parameter.assign(kept);
		return (above - below) / (2 * step);
	}
}
