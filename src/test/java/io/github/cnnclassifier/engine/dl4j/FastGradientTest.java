
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.RandomWeights;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;

/** Outputs and gradients of the fast layers beside slow but sure ways. */
class FastGradientTest {

	private static final Map<String, String> THEIRS = Map.of("weight", "W",
		"bias", "b", "scale", "gamma", "shift", "beta");
	private static final int[] COUNTS = { 1, 5, 16 };

	@BeforeAll
	static void start() {
		Bootstrap.start(Progress.none());
	}

	ComputePath path() {
		return ComputePath.ONE_DNN;
	}

	@BeforeEach
	void assumeOneDnnWhereItIsTested() {
		assumeTrue(path() != ComputePath.ONE_DNN || Bootstrap.hasOneDnn());
	}

	static Stream<NetworkSpec> all() {
		return Stream.concat(SmallNetworks.all(), RandomNetworks.some(14));
	}

	static Stream<NetworkSpec> withoutNorm() {
		return SmallNetworks.withoutNorm();
	}

	@ParameterizedTest
	@MethodSource("all")
	void outputsAreThoseOfTheDefinition(final NetworkSpec spec) {
		final Weights weights = RandomWeights.of(spec, 5);
		for (final int count : COUNTS) {
			final float[] inputs = Batches.inputs(spec, count, count);
			final float[] expected = new ReferenceEngine().load(spec, weights)
				.predict(inputs, count);
			try (Network loaded = new Dl4jEngine(1, Progress.none(), path()).load(
				spec, weights); FastTrainableNetwork network = network(spec, weights))
			{
				assertClose("loaded", expected, loaded.predict(inputs, count), 1e-4);
				assertClose("trained", expected, network.predict(inputs, count), 1e-4);
			}
		}
	}

	/**
	 * A ReLU or a maximum within rounding of its kink may go either way, and one
	 * such value changes the whole gradient; so one more draw is allowed.
	 */
	@ParameterizedTest
	@MethodSource("all")
	void gradientsAreThoseOfThePlainPath(final NetworkSpec spec) {
		final double tolerance = mayUseWinograd(spec) ? 1e-3 : 1e-4;
		for (final int count : COUNTS) {
			final double deviation = deviation(spec, count, count);
			if (!(deviation <= tolerance)) assertEquals(0, deviation(spec, count,
				COUNTS.length + count), tolerance, "batch " + count +
					", and at first " + deviation);
		}
	}

	/** @return the largest one, as a share of the tensor's largest value */
	private double deviation(final NetworkSpec spec, final int count,
		final int seed)
	{
		final Weights weights = RandomWeights.of(spec, 6);
		final float[] inputs = Batches.inputs(spec, count, seed);
		final Map<String, float[]> expected = plainGradients(spec, weights, inputs,
			count);
		double deviation = 0;
		try (FastTrainableNetwork network = network(spec, weights)) {
			network.differentiate(inputs, Batches.labels(spec, count), null, count);
			for (final Tensor t : network.gradients().tensors())
				deviation = Math.max(deviation, deviation(expected.get(t.name()), t
					.data()));
		}
		return deviation;
	}

	/** Its transforms of 3 x 3 kernels round more coarsely. */
	private static boolean mayUseWinograd(final NetworkSpec spec) {
		return spec.architecture().toString().contains("kernel=3, stride=1");
	}

	private static Map<String, float[]> plainGradients(final NetworkSpec spec,
		final Weights weights, final float[] inputs, final int count)
	{
		final NetworkPlan plan = NetworkPlan.of(spec);
		final ComputationGraph graph = GraphBuilder.trainable(plan,
			new LearningRate(), new WeightedCrossEntropy(), new AdamW(0), Set.of());
		GraphWeights.copyTo(graph, plan, weights);
		final INDArray truth = Nd4j.zeros(count, spec.classes());
		final int[] labels = Batches.labels(spec, count);
		for (int i = 0; i < count; i++)
			truth.putScalar(i, labels[i], 1);
		graph.setInputs(Nd4j.create(inputs, new long[] { count, spec.input()
			.channels(), spec.input().height(), spec.input().width() }, 'c'));
		graph.setLabels(truth);
		graph.computeGradientAndScore();
		final Map<String, INDArray> found = graph.gradient().gradientForVariable();
		final Map<String, float[]> gradients = new HashMap<>();
		for (final Tensor t : weights.tensors()) {
			final int dot = t.name().lastIndexOf('.');
			final String theirs = THEIRS.get(t.name().substring(dot + 1));
			// Deeplearning4j divides by the number of samples later.
			final String layer = t.name().substring(0, dot);
			if (theirs != null) gradients.put(t.name(), GraphWeights.asStored(graph
				.getLayer(layer).conf().getLayer(), found.get(layer + '_' + theirs))
				.div(count).dup('c').data().asFloat());
		}
		graph.close();
		return gradients;
	}

	/**
	 * An oracle that shares nothing with either path. Its steps are large for the
	 * sake of single precision, hence the wide tolerance; where two step lengths
	 * disagree there is a kink of a ReLU or a maximum.
	 */
	@ParameterizedTest
	@MethodSource("withoutNorm")
	void gradientsAreThoseOfCentralDifferences(final NetworkSpec spec) {
		final Weights weights = RandomWeights.of(spec, 7);
		final float[] inputs = Batches.inputs(spec, 3, 8);
		int checked = 0;
		int kinks = 0;
		try (FastTrainableNetwork network = network(spec, weights)) {
			network.differentiate(inputs, Batches.labels(spec, 3), null, 3);
			for (final Tensor t : network.gradients().tensors()) {
				double largest = 0;
				for (final float g : t.data())
					largest = Math.max(largest, Math.abs(g));
				final double tolerance = 1e-2 * largest + 1e-4;
				for (int i = 0; i < t.data().length; i += 1 + t.data().length / 7) {
					final double slope = slope(spec, weights, inputs, t.name(), i, 1e-3f);
					checked++;
					if (Math.abs(slope - slope(spec, weights, inputs, t.name(), i,
						3e-4f)) > tolerance) kinks++;
					else assertEquals(slope, t.data()[i], tolerance, t.name() + ' ' + i);
				}
			}
		}
		assertTrue(kinks <= checked / 4, kinks + " kinks of " + checked);
	}

	private static double slope(final NetworkSpec spec, final Weights weights,
		final float[] inputs, final String name, final int index, final float step)
	{
		final float[] values = weights.get(name).data();
		final float kept = values[index];
		values[index] = kept + step;
		final double above = loss(spec, weights, inputs, 3);
		values[index] = kept - step;
		final double below = loss(spec, weights, inputs, 3);
		values[index] = kept;
		return (above - below) / (2 * step);
	}

	private static double loss(final NetworkSpec spec, final Weights weights,
		final float[] inputs, final int count)
	{
		final float[] p = new ReferenceEngine().load(spec, weights).predict(inputs,
			count);
		final int[] labels = Batches.labels(spec, count);
		double loss = 0;
		for (int i = 0; i < count; i++)
			loss -= Math.log(p[i * spec.classes() + labels[i]]) / count;
		return loss;
	}

	private FastTrainableNetwork network(final NetworkSpec spec,
		final Weights weights)
	{
		final FastTrainableNetwork network = new FastTrainableNetwork(NetworkPlan
			.of(spec), Batches.OPTIONS, ThreadCount.of(1), path());
		network.setWeights(weights);
		return network;
	}

	/** @param tolerance as a share of the largest expected value */
	private static void assertClose(final String name, final float[] expected,
		final float[] actual, final double tolerance)
	{
		assertEquals(0, deviation(expected, actual), tolerance, name);
	}

	private static double deviation(final float[] expected,
		final float[] actual)
	{
		// Some gradients are 0 but for rounding, as before a norm of single values.
		double largest = 1e-3;
		for (final float e : expected)
			largest = Math.max(largest, Math.abs(e));
		assertEquals(expected.length, actual.length);
		double deviation = 0;
		for (int i = 0; i < expected.length; i++) {
			// NaN stays NaN
			deviation = Math.max(deviation, Math.abs(expected[i] - actual[i]));
		}
		return deviation / largest;
	}
}
