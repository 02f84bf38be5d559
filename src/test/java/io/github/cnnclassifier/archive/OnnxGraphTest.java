
package io.github.cnnclassifier.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.RandomWeights;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.dl4j.Batches;
import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;

/** The oracle is ONNX Runtime 1.29.0, which runs in these tests. */
class OnnxGraphTest {

	private static final int SAMPLES = 200;

	/** Of what a layer gives, with flat images of each. */
	private static final Architecture CHANNELS_APART_LATER = new Architecture(
		"apart later", List.of(new Conv(5, 3, 1, 1, true), new Relu(),
			new SplitChannels(), new AveragePool(2, 2), new Conv(3, 3, 1, 1, true),
			new Flatten(), new JoinChannels(), new Dense(0)));

	@Test
	void onnxRuntimeAgreesForEveryKindOfLayer() throws OrtException {
		assertAgreement(Examples.ALL_LAYERS, new InputShape(3, 21, 26), 5,
			new ReferenceEngine(), 1e-5);
	}

	@Test
	void onnxRuntimeAgreesForTheActivationsAndDepthwiseConvolutions()
		throws OrtException
	{
		final InputShape shape = new InputShape(3, 13, 12);
		assertAgreement(Examples.MOBILE, shape, 5, new ReferenceEngine(), 1e-5);
		assertAgreement(Examples.MOBILE, shape, 5, new Dl4jEngine(), 1e-4);
	}

	@Test
	void onnxRuntimeAgreesForAFlattenedImage() throws OrtException {
		assertAgreement(Examples.SMALL, new InputShape(2, 9, 12), 3,
			new ReferenceEngine(), 1e-5);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void onnxRuntimeAgreesForChannelsThatGoApart(final int channels)
		throws OrtException
	{
		for (final Architecture architecture : List.of(Examples.CHANNELS_APART,
			CHANNELS_APART_LATER))
		{
			final InputShape shape = new InputShape(channels, 9, 12);
			assertAgreement(architecture, shape, 3, new ReferenceEngine(), 1e-5);
			assertAgreement(architecture, shape, 3, new Dl4jEngine(), 1e-4);
		}
	}

	/**
	 * Trained for a moment: random statistics would let values grow from block to
	 * block, and rounding with them.
	 */
	@ParameterizedTest
	@MethodSource("io.github.cnnclassifier.model.Presets#names")
	void onnxRuntimeAgreesForEveryPreset(final String preset)
		throws OrtException
	{
		final NetworkSpec spec = new NetworkSpec(Presets.named(preset),
			new InputShape(1, 28, 28), 10);
		final Engine engine = new Dl4jEngine();
		try (TrainableNetwork network = engine.create(spec, Batches.OPTIONS)) {
			for (int step = 0; step < 5; step++)
				network.trainOnBatch(Batches.inputs(spec, 16, step), Batches.labels(
					spec, 16), null, 16, 1e-3);
			assertAgreement(spec, network.weights(), engine, 1e-4);
		}
	}

	static Stream<Architecture> architectures() {
		return Stream.of(Examples.ALL_LAYERS, Examples.CHANNELS_APART,
			Examples.MOBILE);
	}

	@ParameterizedTest
	@MethodSource("architectures")
	void readingGivesBackTheWeightsBitForBit(final Architecture architecture)
		throws InvalidModel
	{
		final NetworkSpec spec = new NetworkSpec(architecture, new InputShape(3, 21,
			26), 5);
		final NetworkPlan plan = NetworkPlan.of(spec);
		final Weights weights = RandomWeights.of(spec, 3);

		final Weights read = OnnxWeights.read(OnnxGraph.write(plan, weights, Map
			.of()), plan);

		assertEquals(weights.tensors().size(), read.tensors().size());
		for (int i = 0; i < read.tensors().size(); i++) {
			final Tensor expected = weights.tensors().get(i);
			final Tensor found = read.tensors().get(i);
			assertEquals(expected.name(), found.name());
			assertArrayEquals(expected.shape(), found.shape());
			assertArrayEquals(expected.data(), found.data());
		}
	}

	private static void assertAgreement(final Architecture architecture,
		final InputShape shape, final int classes, final Engine engine,
		final double tolerance) throws OrtException
	{
		final NetworkSpec spec = new NetworkSpec(architecture, shape, classes);
		assertAgreement(spec, RandomWeights.of(spec, 11), engine, tolerance);
	}

	private static void assertAgreement(final NetworkSpec spec,
		final Weights weights, final Engine engine, final double tolerance)
		throws OrtException
	{
		final InputShape shape = spec.input();
		final int classes = spec.classes();
		final SplittableRandom random = new SplittableRandom(5);
		final float[] inputs = new float[SAMPLES * shape.size()];
		for (int i = 0; i < inputs.length; i++)
			inputs[i] = (float) random.nextDouble();
		final byte[] onnx = OnnxGraph.write(NetworkPlan.of(spec), weights, Map.of(
			"classes", "[]"));
		final OrtEnvironment environment = OrtEnvironment.getEnvironment();
		try (OrtSession session = environment.createSession(onnx,
			new OrtSession.SessionOptions());
				OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer
					.wrap(inputs), new long[] { SAMPLES, shape.channels(), shape.height(),
						shape.width() });
				OrtSession.Result result = session.run(Map.of("input", input));
				Network reference = engine.load(spec, weights))
		{
			final float[][] found = (float[][]) result.get("probabilities").get()
				.getValue();
			final float[] expected = reference.predict(inputs, SAMPLES);
			assertEquals(SAMPLES, found.length);
			for (int n = 0; n < SAMPLES; n++) {
				for (int c = 0; c < classes; c++)
					assertEquals(expected[n * classes + c], found[n][c], tolerance,
						"sample " + n + ", class " + c);
			}
		}
	}
}
