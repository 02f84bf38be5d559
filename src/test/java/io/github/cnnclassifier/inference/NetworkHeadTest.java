
package io.github.cnnclassifier.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.RandomWeights;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.engine.dl4j.Batches;
import io.github.cnnclassifier.inference.HeatGrid.Places;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.LayerSpec.AveragePool;
import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.DepthwiseConv;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.Elu;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.Gelu;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.JoinChannels;
import io.github.cnnclassifier.model.LayerSpec.LeakyRelu;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.LayerSpec.Silu;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.model.Weights;

/** The end of a network by itself, against the whole network. */
class NetworkHeadTest {

	private static final double STEP = 1e-5;

	private static NetworkSpec spec(final String name,
		final LayerSpec... layers)
	{
		return new NetworkSpec(new Architecture(name, List.of(layers)),
			new InputShape(2, 10, 9), 4);
	}

	static Stream<NetworkSpec> networks() {
		return Stream.of(spec("pooled", new Conv(5, 3, 1, 1, false),
			new BatchNorm(), new Relu(), new GlobalAveragePool(), new Dense(0)), spec(
				"pooled twice", new Conv(5, 3, 1, 1, true), new Gelu(), new MaxPool(2,
					2), new Dropout(0.2), new GlobalAveragePool(), new Dropout(0.5),
				new Dense(0)), spec("overlapping windows", new Conv(4, 3, 1, 0, true),
					new MaxPool(3, 2), new AveragePool(2, 1), new Flatten(), new Dense(
						0)), spec("many dense", new Conv(4, 3, 2, 1, true), new Relu(),
							new Flatten(), new Dense(9), new Elu(), new Dense(8), new Silu(),
							new Dense(7), new Gelu(), new Dense(6), new LeakyRelu(0.1),
							new Dropout(0.3), new Dense(0)), spec("bag of channels",
								new SplitChannels(), new Conv(4, 3, 1, 1, false),
								new BatchNorm(), new Relu(), new GlobalAveragePool(),
								new JoinChannels(), new Dense(0)), spec("bag with a mean",
									new Conv(3, 1, 1, 0, false), new SplitChannels(),
									new DepthwiseConv(3, 1, 1, true), new Residual(List.of(
										new Conv(4, 3, 2, 1, false), new BatchNorm())),
									new AveragePool(2, 2), new Flatten(), new Dense(5),
									new Relu(), new JoinChannels(), new Relu(), new Dense(0)));
	}

	@ParameterizedTest
	@MethodSource("networks")
	void whatIsBehindThePlacesGivesTheAnswersOfTheNetwork(
		final NetworkSpec spec)
	{
		final Weights weights = RandomWeights.of(spec, 7);
		final LastPlaces places = LastPlaces.of(NetworkPlan.of(spec)).orElseThrow();
		final NetworkHead head = NetworkHead.of(places.head(), weights)
			.orElseThrow();
		final float[] input = Batches.inputs(spec, 1, 3);
		try (Network whole = new ReferenceEngine().load(spec, weights)) {
			final float[] p = whole.predict(input, 1);
			final double[] outputs = head.outputs(activation(places, weights, input));
			for (int c = 0; c < p.length; c++)
				assertEquals(LogOdds.of(p, 0, p.length, c), LogOdds.of(outputs, c),
					1e-4, spec.architecture().name());
		}
	}

	@ParameterizedTest
	@MethodSource("networks")
	void theGradientIsThatOfFiniteDifferences(final NetworkSpec spec) {
		final Weights weights = RandomWeights.of(spec, 7);
		final LastPlaces places = LastPlaces.of(NetworkPlan.of(spec)).orElseThrow();
		final NetworkHead head = NetworkHead.of(places.head(), weights)
			.orElseThrow();
		final double[] at = activation(places, weights, Batches.inputs(spec, 1, 3));
		for (int label = 0; label < spec.classes(); label++) {
			final double[] gradient = head.gradient(at, label);
			assertEquals(at.length, gradient.length);
			assertTrue(Arrays.stream(gradient).anyMatch(g -> Math.abs(g) > 1e-3));
			for (int i = 0; i < at.length; i++) {
				final double[] moved = at.clone();
				moved[i] = at[i] + STEP;
				final double above = LogOdds.of(head.outputs(moved), label);
				moved[i] = at[i] - STEP;
				final double below = LogOdds.of(head.outputs(moved), label);
				// at the bend of a relu or between two equal maxima there are two
				if (at[i] == 0) continue;
				assertEquals((above - below) / (2 * STEP), gradient[i], 1e-6, spec
					.architecture().name() + " " + i);
			}
		}
	}

	private static double[] activation(final LastPlaces places,
		final Weights weights, final float[] input)
	{
		try (Network part = new ReferenceEngine().load(places.spec(), places
			.weights(weights)))
		{
			final float[] features = part.features(input, 1);
			assertEquals(0, features.length % (places.width() * places.height()));
			final double[] values = new double[features.length];
			for (int i = 0; i < values.length; i++)
				values[i] = features[i];
			return values;
		}
	}

	@Test
	void placesLieInTheMiddleOfWhatTheySee() {
		final LastPlaces digits = places(Presets.named("six-conv"), 28);
		assertEquals(new Places(1.5, 4, 7), digits.horizontal());
		assertEquals(new Places(1.5, 4, 7), digits.vertical());
		assertTrue(digits.isAveraged());
		// without padding the outermost places lie further inside
		final LastPlaces valid = places(new Architecture("valid", List.of(new Conv(
			2, 5, 1, 0, true), new Conv(2, 3, 2, 0, true), new Flatten(), new Dense(
				0))), 20);
		assertEquals(new Places(3, 2, 7), valid.horizontal());
		// of 31 pixels the last row and column are in no window
		final LastPlaces residual = places(new Architecture("blocks", List.of(
			new MaxPool(2, 2), new Residual(List.of(new Conv(2, 3, 2, 1, false),
				new BatchNorm())), new GlobalAveragePool(), new Dense(0))), 31);
		assertEquals(new Places(0.5, 4, 8), residual.horizontal());
	}

	@Test
	void aNetworkWithoutConvolutionHasNoPlaces() {
		assertTrue(LastPlaces.of(NetworkPlan.of(new NetworkSpec(new Architecture(
			"linear", List.of(new MaxPool(2, 2), new Flatten(), new Dense(0))),
			new InputShape(1, 8, 8), 2))).isEmpty());
	}

	private static LastPlaces places(final Architecture architecture,
		final int side)
	{
		return LastPlaces.of(NetworkPlan.of(new NetworkSpec(architecture,
			new InputShape(1, side, side), 3))).orElseThrow();
	}
}
