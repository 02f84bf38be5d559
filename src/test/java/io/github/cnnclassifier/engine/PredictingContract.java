
package io.github.cnnclassifier.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.engine.dl4j.Batches;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;

/**
 * What every user of an engine that predicts may rely on. A test class of each
 * engine, and of each of its ways of computing, extends it.
 */
public abstract class PredictingContract {

	/** Each channel goes the same way by itself. */
	private static final NetworkSpec BAG = spec("bag", new SplitChannels(),
		new Conv(9, 3, 1, 1, false), new BatchNorm(), new Relu(), new MaxPool(2, 2),
		new Flatten(), new JoinChannels(), new Dense(0));

	/** @return the engine under test, on more than one thread if it can */
	protected abstract Engine engine();

	/** The definition of each layer decides, whatever an engine does. */
	@ParameterizedTest
	@ValueSource(strings = { "tiny", "lenet", "six-conv", "residual", "mobile" })
	void givenWeightsPredictWhatTheLayersAreDefinedToDo(final String preset) {
		final NetworkSpec spec = Batches.spec(preset);
		final float[] inputs = Batches.inputs(spec, 3, 1);
		try (Network network = network(spec);
				Network reference = new ReferenceEngine().load(spec, RandomWeights.of(
					spec, 4)))
		{
			assertArrayEquals(reference.predict(inputs, 3), network.predict(inputs,
				3), 1e-4f);
		}
	}

	/** With and without something between flattening and the last layer. */
	static Stream<NetworkSpec> withFeatures() {
		return Stream.of(spec("pooled", new Conv(9, 3, 1, 1, false),
			new BatchNorm(), new Relu(), new GlobalAveragePool(), new Dense(0)), spec(
				"two dense", new Conv(4, 3, 1, 1, true), new Flatten(), new Dense(11),
				new Relu(), new Dense(0)), spec("flat", new Conv(4, 3, 1, 1, false),
					new BatchNorm(), new MaxPool(2, 2), new Flatten(), new Dropout(0.5),
					new Relu(), new Dense(0)), spec("linear", new Flatten(), new Dense(
						0)), BAG, spec("flat channels", new Conv(3, 3, 1, 1, true),
							new Relu(), new SplitChannels(), new Conv(4, 3, 2, 1, false),
							new BatchNorm(), new Flatten(), new JoinChannels(), new Dropout(
								0.5), new Relu(), new Dense(0)), spec("dense per channel",
									new SplitChannels(), new Flatten(), new Dense(5), new Relu(),
									new JoinChannels(), new Dense(0)));
	}

	private static NetworkSpec spec(final String name,
		final LayerSpec... layers)
	{
		return new NetworkSpec(new Architecture(name, List.of(layers)),
			new InputShape(2, 9, 7), 3);
	}

	@ParameterizedTest
	@MethodSource("withFeatures")
	void featuresAreTheInputOfTheLastDenseLayer(final NetworkSpec spec) {
		final Weights weights = RandomWeights.of(spec, 4);
		for (final int count : new int[] { 3, 33 }) {
			final float[] inputs = Batches.inputs(spec, count, 1);
			try (Network network = engine().load(spec, weights);
					Network reference = new ReferenceEngine().load(spec, weights))
			{
				final float[] features = network.features(inputs, count);
				assertEquals(count * NetworkPlan.of(spec).featureCount(),
					features.length);
				assertArrayEquals(reference.features(inputs, count), features, 1e-4f);
			}
		}
	}

	/**
	 * With equal weights for each channel after the join, scores are the means of
	 * those of single channels, so that probabilities are their geometric means.
	 */
	@Test
	void anImageOfManyChannelsIsABagOfChannels() {
		final int channels = BAG.input().channels();
		final NetworkSpec single = new NetworkSpec(BAG.architecture(),
			new InputShape(1, 9, 7), 3);
		final Weights weights = RandomWeights.of(single, 4);
		final int count = 5;
		final int area = single.input().size();
		final float[] inputs = Batches.inputs(BAG, count, 1);
		try (Network bag = engine().load(BAG, shared(weights, channels));
				Network alone = engine().load(single, weights))
		{
			final float[] found = bag.predict(inputs, count);
			final float[] features = bag.features(inputs, count);
			final float[] one = alone.features(inputs, count * channels);
			assertArrayEquals(one, features, 1e-5f);
			final float[] each = alone.predict(inputs, count * channels);
			assertEquals(count * channels * area, inputs.length);
			for (int n = 0; n < count; n++)
				assertArrayEquals(geometricMean(each, n * channels, channels), Arrays
					.copyOfRange(found, 3 * n, 3 * n + 3), 1e-4f);
		}
	}

	private static Weights shared(final Weights single, final int channels) {
		return new Weights(single.tensors().stream().map(t -> t.name().equals(
			"dense1.weight") ? repeated(t, channels) : t).toList());
	}

	private static Tensor repeated(final Tensor t, final int times) {
		final float[] data = new float[times * t.data().length];
		for (int i = 0; i < data.length; i++)
			data[i] = t.data()[i % t.data().length] / times;
		return new Tensor(t.name(), new int[] { times * t.shape()[0], t
			.shape()[1] }, data);
	}

	private static float[] geometricMean(final float[] rows, final int first,
		final int count)
	{
		final double[] mean = new double[3];
		double sum = 0;
		for (int c = 0; c < 3; c++) {
			for (int row = first; row < first + count; row++)
				mean[c] += Math.log(rows[3 * row + c]) / count;
			sum += Math.exp(mean[c]);
		}
		final float[] p = new float[3];
		for (int c = 0; c < 3; c++)
			p[c] = (float) (Math.exp(mean[c]) / sum);
		return p;
	}

	@Test
	void aChannelThatIsNotANumberSpoilsItsSampleOnly() {
		final float[] inputs = Batches.inputs(BAG, 3, 1);
		inputs[BAG.input().size() + 70] = Float.NaN;
		try (Network network = network(BAG)) {
			final float[] features = network.features(inputs, 3);
			final int size = features.length / 3;
			for (int i = 0; i < size; i++) {
				assertTrue(Float.isFinite(features[i]));
				assertTrue(Float.isFinite(features[2 * size + i]));
			}
			assertFalse(Float.isFinite(sum(features, size, 2 * size)));
		}
	}

	private static float sum(final float[] values, final int from, final int to) {
		float sum = 0;
		for (int i = from; i < to; i++)
			sum += values[i];
		return sum;
	}

	@ParameterizedTest
	@MethodSource("withFeatures")
	void bothInOnePassAreThoseOfTwo(final NetworkSpec spec) {
		for (final int count : new int[] { 3, 33 }) {
			final float[] inputs = Batches.inputs(spec, count, 1);
			try (Network network = network(spec)) {
				final BatchOutputs both = network.predictWithFeatures(inputs, count);
				assertArrayEquals(network.predict(inputs, count), both.probabilities());
				assertArrayEquals(network.features(inputs, count), both.features());
			}
		}
	}

	@Test
	void predictionsAreTheSameBeforeAndAfterFeatures() {
		final NetworkSpec spec = Batches.spec("tiny");
		final float[] inputs = Batches.inputs(spec, 3, 1);
		try (Network network = network(spec)) {
			final float[] before = network.predict(inputs, 3);
			final float[] features = network.features(inputs, 3);
			assertArrayEquals(before, network.predict(inputs, 3));
			assertArrayEquals(features, network.features(inputs, 3));
		}
	}

	@Test
	void predictionsDependNeitherOnBatchSizeNorOnOrder() {
		final NetworkSpec spec = Batches.spec("six-conv");
		final float[] inputs = Batches.inputs(spec, 22, 3);
		final int size = spec.input().size();
		try (Network network = network(spec)) {
			final float[] all = network.predict(inputs, 22);
			for (int row = 0; row < 22; row += 7) {
				final float[] one = new float[size];
				System.arraycopy(inputs, row * size, one, 0, size);
				assertRow(all, row, network.predict(one, 1), 0, spec.classes());
			}
			final float[] turned = new float[3 * size];
			for (int i = 0; i < 3; i++)
				System.arraycopy(inputs, i * size, turned, (2 - i) * size, size);
			final float[] three = network.predict(turned, 3);
			for (int i = 0; i < 3; i++)
				assertRow(all, i, three, 2 - i, spec.classes());
		}
	}

	private static void assertRow(final float[] expected, final int row,
		final float[] actual, final int actualRow, final int classes)
	{
		for (int c = 0; c < classes; c++)
			assertEquals(expected[row * classes + c], actual[actualRow * classes + c],
				1e-5f);
	}

	@Test
	void probabilitiesOfEachInputAddUpToOne() {
		final NetworkSpec spec = Batches.spec("lenet");
		try (Network network = network(spec)) {
			final float[] out = network.predict(Batches.inputs(spec, 3, 5), 3);
			assertEquals(3 * spec.classes(), out.length);
			for (int row = 0; row < 3; row++) {
				double sum = 0;
				for (int c = 0; c < spec.classes(); c++)
					sum += out[row * spec.classes() + c];
				assertEquals(1, sum, 1e-5);
			}
		}
	}

	@Test
	void inputsBeyondTheCountAreNotLookedAt() {
		final NetworkSpec spec = Batches.spec("tiny");
		try (Network network = network(spec)) {
			assertArrayEquals(network.predict(Batches.inputs(spec, 2, 5), 2), network
				.predict(Batches.inputs(spec, 4, 5), 2));
		}
	}

	@Test
	void weightsOfAnotherNetworkAreRefused() {
		final NetworkSpec spec = Batches.spec("tiny");
		assertThrows(IllegalArgumentException.class, () -> engine().load(spec,
			RandomWeights.of(Batches.spec("residual"), 1)));
	}

	@Test
	void aPredictingNetworkMayBeClosedTwice() {
		final Network network = network(Batches.spec("tiny"));
		network.close();
		network.close();
	}

	private Network network(final NetworkSpec spec) {
		return engine().load(spec, RandomWeights.of(spec, 4));
	}
}
