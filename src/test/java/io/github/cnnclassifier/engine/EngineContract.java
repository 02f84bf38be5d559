
package io.github.cnnclassifier.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.engine.Optimizer.Adam;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.Optimizer.RmsProp;
import io.github.cnnclassifier.engine.Optimizer.Sgd;
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
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.LayerSpec.Residual;
import io.github.cnnclassifier.model.LayerSpec.SplitChannels;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Presets;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;

/** What every user of an engine that learns may rely on. */
public abstract class EngineContract extends PredictingContract {

	private static final NetworkSpec LINEAR = new NetworkSpec(new Architecture(
		"linear", List.of(new Flatten(), new Dense(0))), new InputShape(1, 2, 2),
		3);
	private static final int[] LABELS = { 0, 2, 1 };
	private static final float[] WEIGHTS = { 0.5f, 2, 4 };

	private final float[] inputs = Batches.inputs(LINEAR, 3, 11);

	@ParameterizedTest
	@ValueSource(strings = { "tiny", "lenet", "six-conv", "residual", "mobile" })
	void weightsThatWereSavedAndLoadedPredictTheSame(final String preset) {
		final NetworkSpec spec = Batches.spec(preset);
		final float[] probe = Batches.inputs(spec, 5, 1);
		try (TrainableNetwork trained = create(spec)) {
			for (int step = 0; step < 3; step++)
				trained.trainOnBatch(Batches.inputs(spec, 16, step), Batches.labels(
					spec, 16), null, 16, 1e-3);
			try (Network loaded = engine().load(spec, trained.weights());
					TrainableNetwork other = create(spec))
			{
				final float[] expected = trained.predict(probe, 5);
				assertArrayEquals(expected, loaded.predict(probe, 5), 1e-5f);
				other.setWeights(trained.weights());
				assertArrayEquals(expected, other.predict(probe, 5), 1e-5f);
			}
		}
	}

	static Stream<Architecture> learners() {
		return Stream.of(Presets.named("tiny"), new Architecture("small residual",
			List.of(new Conv(8, 3, 1, 1, false), new BatchNorm(), new Relu(),
				new Residual(List.of(new Conv(8, 3, 2, 1, false), new BatchNorm(),
					new Relu(), new Conv(8, 3, 1, 1, false), new BatchNorm())),
				new GlobalAveragePool(), new Dense(0))), new Architecture("bag", List
					.of(new SplitChannels(), new Conv(8, 3, 1, 1, false), new BatchNorm(),
						new Relu(), new GlobalAveragePool(), new JoinChannels(), new Dense(
							0))));
	}

	@ParameterizedTest
	@MethodSource("learners")
	void aNetworkLearnsAnEasyRule(final Architecture architecture) {
		final NetworkSpec spec = new NetworkSpec(architecture, new InputShape(1, 16,
			16), 2);
		try (TrainableNetwork network = create(spec)) {
			for (int step = 0; step < 60; step++)
				network.trainOnBatch(Batches.halves(32, step), Batches.halfLabels(32),
					null, 32, 3e-3);
			final float[] out = network.predict(Batches.halves(64, 999), 64);
			final int[] labels = Batches.halfLabels(64);
			int right = 0;
			for (int i = 0; i < 64; i++)
				if (out[2 * i + labels[i]] > 0.5) right++;
			assertTrue(right >= 62, right + " of 64 right");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "lenet", "six-conv" })
	void exactTrainingGivesTheSameWeightsBitForBit(final String preset) {
		final NetworkSpec spec = Batches.spec(preset);
		final TrainingOptions exact = new TrainingOptions(7, new AdamW(1e-4), true);
		final Weights first = train(spec, exact);
		final Weights second = train(spec, exact);
		first.tensors().forEach(t -> assertArrayEquals(t.data(), second.get(t
			.name()).data(), 0f, t.name()));
	}

	private Weights train(final NetworkSpec spec, final TrainingOptions options) {
		try (TrainableNetwork network = engine().create(spec, options)) {
			for (int step = 0; step < 4; step++)
				network.trainOnBatch(Batches.inputs(spec, 16, step), Batches.labels(
					spec, 16), null, 16, 1e-3);
			return network.weights();
		}
	}

	@Test
	void aLearningNetworkMayBeClosedTwice() {
		final NetworkSpec spec = Batches.spec("tiny");
		final TrainableNetwork network = create(spec);
		network.trainOnBatch(Batches.inputs(spec, 4, 1), Batches.labels(spec, 4),
			null, 4, 1e-3);
		network.close();
		network.close();
	}

	@Test
	void theLossIsTheMeanCrossEntropy() {
		try (TrainableNetwork network = create(LINEAR)) {
			final double expected = loss(network, new float[] { 1, 1, 1 });
			assertEquals(expected, network.trainOnBatch(inputs, LABELS, null, 3,
				1e-3), 1e-5);
		}
	}

	@Test
	void sampleWeightsMakeTheLossAWeightedMean() {
		try (TrainableNetwork network = create(LINEAR)) {
			final double expected = loss(network, WEIGHTS);
			final double plain = loss(network, new float[] { 1, 1, 1 });
			assertTrue(Math.abs(expected - plain) > 1e-2);
			assertEquals(expected, network.trainOnBatch(inputs, LABELS, WEIGHTS, 3,
				1e-3), 1e-5);
		}
	}

	/** sum(w * -log p) / sum(w), with p as predicted: there is no dropout. */
	private double loss(final TrainableNetwork network, final float[] weights) {
		final float[] p = network.predict(inputs, 3);
		double sum = 0;
		double weight = 0;
		for (int i = 0; i < 3; i++) {
			sum -= weights[i] * Math.log(p[3 * i + LABELS[i]]);
			weight += weights[i];
		}
		return sum / weight;
	}

	@Test
	void aWeightOfTwoIsLikeTheSampleTwice() {
		final float[] twice = new float[12];
		System.arraycopy(inputs, 0, twice, 0, 4);
		System.arraycopy(inputs, 0, twice, 4, 8);
		try (TrainableNetwork weighted = create(LINEAR);
				TrainableNetwork doubled = create(LINEAR))
		{
			for (int step = 0; step < 5; step++) {
				final double a = weighted.trainOnBatch(inputs, new int[] { 0, 1 },
					new float[] { 2, 1 }, 2, 1e-2);
				final double b = doubled.trainOnBatch(twice, new int[] { 0, 0, 1 },
					null, 3, 1e-2);
				assertEquals(b, a, 1e-5);
			}
			final Weights actual = weighted.weights();
			for (final Tensor t : doubled.weights().tensors())
				assertArrayEquals(t.data(), actual.get(t.name()).data(), 1e-5f, t
					.name());
		}
	}

	/** Optimizers as PyTorch has them: oracles/optimizers.py is the recipe. */
	@ParameterizedTest
	@MethodSource("ofPyTorch")
	void fiftyStepsLeadWhereThoseOfPyTorchLead(final String name,
		final Optimizer optimizer, final double rate) throws IOException
	{
		final double[] expected = oracle(name);
		try (TrainableNetwork network = engine().create(LINEAR, new TrainingOptions(
			1, optimizer, false)))
		{
			network.setWeights(new Weights(List.of(new Tensor("dense1.weight",
				new int[] { 4, 3 }, floats(12, i -> Math.cos(i / 3 + 2 * (i % 3)))),
				new Tensor("dense1.bias", new int[] { 3 }, floats(3, c -> 0.1 * c)))));
			for (int s = 0; s < 50; s++) {
				final int step = s;
				network.trainOnBatch(floats(32, i -> Math.sin(1 + 3 * (i / 4) + 5 * (i %
					4) + 7 * step)), IntStream.range(0, 8).map(n -> (n * 7 + step) % 3)
						.toArray(), null, 8, rate * (1 + step % 5));
			}
			final Weights learned = network.weights();
			final double largest = Arrays.stream(expected).map(Math::abs).max()
				.orElseThrow();
			for (int i = 0; i < expected.length; i++)
				assertEquals(expected[i], i < 12 ? learned.get("dense1.weight")
					.data()[i] : learned.get("dense1.bias").data()[i - 12], 1e-6 *
						largest, name + " " + i);
		}
	}

	static Stream<Arguments> ofPyTorch() {
		final double decay = 1 / 16.0;
		final double kept = 1 - 1 / 1024.0;
		final double large = 1 / 64.0;
		return Stream.of(Arguments.of("adamw", new AdamW(decay, 0.875, kept, 1e-8),
			1 / 256.0), Arguments.of("adam", new Adam(decay, 0.875, kept, 1e-8), 1 /
				256.0), Arguments.of("sgd", new Sgd(0.9, decay), 1 / 64.0), Arguments
					.of("sgd-without-momentum", new Sgd(0, decay), 1 / 64.0), Arguments
						.of("rmsprop", new RmsProp(decay, 1 - 1 / 64.0, 1e-8), 1 / 512.0),
			// where an epsilon stands only tells when it counts beside gradients
			Arguments.of("adamw-large-epsilon", new AdamW(decay, 0.875, kept, large),
				1 / 256.0), Arguments.of("adam-large-epsilon", new Adam(decay, 0.875,
					kept, large), 1 / 256.0), Arguments.of("rmsprop-large-epsilon",
						new RmsProp(decay, 1 - 1 / 64.0, large), 1 / 512.0));
	}

	private static float[] floats(final int size,
		final IntToDoubleFunction value)
	{
		final float[] values = new float[size];
		for (int i = 0; i < size; i++)
			values[i] = (float) value.applyAsDouble(i);
		return values;
	}

	private static double[] oracle(final String name) throws IOException {
		return Files.readAllLines(Path.of("src/test/resources/oracles",
			"optimizers.csv")).stream().map(line -> line.split(",")).filter(
				cells -> cells[0].equals(name)).flatMapToDouble(cells -> Arrays.stream(
					cells).skip(1).mapToDouble(Double::parseDouble)).toArray();
	}

	@Test
	void sharesOfOneClassAreLikeItsLabel() {
		final float[] certain = { 1, 0, 0, 0, 0, 1, 0, 1, 0 };
		try (TrainableNetwork labeled = create(LINEAR);
				TrainableNetwork shared = create(LINEAR))
		{
			for (int step = 0; step < 5; step++)
				assertEquals(labeled.trainOnBatch(inputs, LABELS, WEIGHTS, 3, 1e-2),
					shared.trainOnShares(inputs, certain, WEIGHTS, 3, 1e-2), 1e-6);
			final Weights actual = shared.weights();
			for (final Tensor t : labeled.weights().tensors())
				assertArrayEquals(t.data(), actual.get(t.name()).data(), 1e-6f);
		}
	}

	/** The first input is 30 % of class 0 and 70 % of class 2. */
	@Test
	void aShareIsLikeTheInputWithThatWeight() {
		final float[] twice = new float[16];
		System.arraycopy(inputs, 0, twice, 0, 4);
		System.arraycopy(inputs, 0, twice, 4, 12);
		try (TrainableNetwork weighted = create(LINEAR);
				TrainableNetwork shared = create(LINEAR))
		{
			for (int step = 0; step < 5; step++)
				assertEquals(weighted.trainOnBatch(twice, new int[] { 0, 2, 2, 1 },
					new float[] { 0.3f, 0.7f, 1, 1 }, 4, 1e-2), shared.trainOnShares(
						inputs, new float[] { 0.3f, 0, 0.7f, 0, 0, 1, 0, 1, 0 }, null, 3,
						1e-2), 1e-5);
			final Weights actual = shared.weights();
			for (final Tensor t : weighted.weights().tensors())
				assertArrayEquals(t.data(), actual.get(t.name()).data(), 1e-5f, t
					.name());
		}
	}

	@Test
	void sharesThatAreNoneAreRefused() {
		try (TrainableNetwork network = create(LINEAR)) {
			for (final float[] wrong : List.of(new float[] { 1, 0, 0 }, new float[] {
				1, 0, 0, 0, 1, 0, 0.5f, 0, 0 }, new float[] { 1, 0, 0, 0, 1, 0, 2, -1,
					0 }, new float[] { 1, 0, 0, 0, 1, 0, Float.NaN, 0, 0 }))
				assertThrows(IllegalArgumentException.class, () -> network
					.trainOnShares(inputs, wrong, null, 3, 1e-3));
		}
	}

	/** Adam's first step: learning rate times the sign of the gradient. */
	@Test
	void theLearningRateOfEachStepIsObeyed() {
		try (TrainableNetwork network = create(LINEAR)) {
			final float[] before = network.weights().get("dense1.bias").data();
			network.trainOnBatch(inputs, LABELS, null, 3, 0.25);
			final float[] after = network.weights().get("dense1.bias").data();
			for (int i = 0; i < 3; i++)
				assertEquals(0.25, Math.abs(after[i] - before[i]), 1e-4);
			network.trainOnBatch(inputs, LABELS, null, 3, 1e-9);
			assertArrayEquals(after, network.weights().get("dense1.bias").data(),
				1e-7f);
		}
	}

	@Test
	void weightDecayShrinksWeightsButNeitherBiasesNorTheLoss() {
		final float[] zeros = new float[12];
		// an epsilon beside which a gradient of rounding alone is nothing
		final TrainingOptions decaying = new TrainingOptions(42, new AdamW(0.5, 0.9,
			0.999, 1e-3), false);
		try (TrainableNetwork network = engine().create(LINEAR, decaying)) {
			final Tensor weight = network.weights().get("dense1.weight");
			network.setWeights(new Weights(List.of(weight, new Tensor("dense1.bias",
				new int[] { 3 }, new float[] { 1, 1, 1 }))));
			final float[] before = weight.data();
			final double loss = network.trainOnBatch(zeros, LABELS, null, 3, 0.1);
			assertEquals(Math.log(3), loss, 1e-5);
			final float[] after = network.weights().get("dense1.weight").data();
			for (int i = 0; i < before.length; i++)
				assertEquals(before[i] * (1 - 0.1 * 0.5), after[i], 1e-6);
			for (final float bias : network.weights().get("dense1.bias").data())
				assertEquals(1, bias, 1e-4);
		}
	}

	@Test
	void inputThatIsNotANumberGivesALossThatIsNotANumber() {
		final NetworkSpec spec = Batches.spec("tiny");
		final float[] broken = Batches.inputs(spec, 4, 1);
		Arrays.fill(broken, Float.NaN);
		try (TrainableNetwork network = create(spec)) {
			final double loss = network.trainOnBatch(broken, Batches.labels(spec, 4),
				null, 4, 1e-3);
			assertTrue(Double.isNaN(loss), "loss " + loss);
		}
	}

	@Test
	void aLabelThatDoesNotExistIsRefused() {
		try (TrainableNetwork network = create(LINEAR)) {
			assertThrows(IllegalArgumentException.class, () -> network.trainOnBatch(
				inputs, new int[] { 0, 3, 1 }, null, 3, 1e-3));
		}
	}

	/** Two images of one channel: means 2 and 4 of the two batches. */
	@Test
	void theRunningMeanIsThePlainAverageOfTheFirstBatches() {
		final NetworkSpec spec = new NetworkSpec(new Architecture("norm", List.of(
			new BatchNorm(), new GlobalAveragePool(), new Dense(0))), new InputShape(
				1, 2, 2), 2);
		try (TrainableNetwork network = create(spec)) {
			network.trainOnBatch(new float[] { 1, 1, 1, 1, 3, 3, 3, 3 }, new int[] {
				0, 1 }, null, 2, 1e-3);
			assertEquals(2, network.weights().get("norm1.mean").data()[0], 1e-5);
			network.trainOnBatch(new float[] { 3, 3, 3, 3, 5, 5, 5, 5 }, new int[] {
				0, 1 }, null, 2, 1e-3);
			assertEquals(3, network.weights().get("norm1.mean").data()[0], 1e-5);
			assertEquals(1, network.weights().get("norm1.variance").data()[0], 1e-4);
		}
	}

	static Stream<NetworkSpec> toFreeze() {
		return Stream.of(Batches.spec("residual"), bag(Batches.spec("residual")));
	}

	/** The same layers for each channel by itself. */
	private static NetworkSpec bag(final NetworkSpec spec) {
		final List<LayerSpec> layers = new ArrayList<>(spec.architecture()
			.layers());
		layers.add(0, new SplitChannels());
		layers.add(layers.size() - 1, new JoinChannels());
		return new NetworkSpec(new Architecture("bag", layers), spec.input(), spec
			.classes());
	}

	@ParameterizedTest
	@MethodSource("toFreeze")
	void frozenWeightsStayBitIdenticalAndTheOthersLearn(final NetworkSpec spec) {
		final Weights given = RandomWeights.of(spec, 6);
		final Set<String> frozen = given.tensors().stream().map(Tensor::name)
			.filter(n -> n.matches("conv1.*|residual[13][.](conv2|norm1|shortcut).*"))
			.collect(Collectors.toSet());
		assertTrue(frozen.stream().anyMatch(n -> n.endsWith("shortcut.norm1.mean")),
			frozen::toString);
		try (TrainableNetwork network = engine().create(spec, new TrainingOptions(1,
			new AdamW(0.1), frozen, false)))
		{
			network.setWeights(given);
			for (int step = 0; step < 2; step++)
				network.trainOnBatch(Batches.inputs(spec, 4, step), Batches.labels(spec,
					4), null, 4, 1e-2);
			for (final Tensor t : network.weights().tensors())
				assertEquals(frozen.contains(t.name()), Arrays.equals(given.get(t
					.name()).data(), t.data()), t.name());
		}
	}

	@Test
	void aFrozenNormDoesInTrainingWhatItDoesInPredicting() {
		final NetworkSpec spec = frozen(new Conv(5, 3, 1, 1, false),
			new BatchNorm());
		try (TrainableNetwork network = engine().create(spec, new TrainingOptions(1,
			new AdamW(0), Set.of("norm1.scale", "norm1.shift", "norm1.mean",
				"norm1.variance"), false)))
		{
			network.setWeights(RandomWeights.of(spec, 6));
			final float[] batch = Batches.inputs(spec, 3, 1);
			final float[] p = network.predict(batch, 3);
			double loss = 0;
			for (int i = 0; i < 3; i++)
				loss -= Math.log(p[3 * i + LABELS[i]]) / 3;
			assertEquals(loss, network.trainOnBatch(batch, LABELS, null, 3, 1e-3),
				1e-5);
		}
	}

	/**
	 * A frozen convolution and norm are one convolution with other weights, so
	 * the layers before and after must learn the same with either.
	 */
	@Test
	void layersLearnThroughAFrozenNorm() {
		final NetworkSpec apart = frozen(new Conv(5, 3, 1, 1, false),
			new BatchNorm());
		final NetworkSpec joined = frozen(new Conv(5, 3, 1, 1, true));
		final Weights given = RandomWeights.of(apart, 6);
		final Weights expected = learned(joined, new Weights(List.of(given.get(
			"conv1.weight"), given.get("conv1.bias"), joinedKernel(given), joinedBias(
				given), given.get("dense1.weight"), given.get("dense1.bias"))));
		final Weights actual = learned(apart, given);
		for (final String name : List.of("conv1.weight", "conv1.bias",
			"dense1.weight", "dense1.bias"))
		{
			assertArrayEquals(expected.get(name).data(), actual.get(name).data(),
				1e-4f, name);
			assertFalse(Arrays.equals(given.get(name).data(), actual.get(name)
				.data()), name);
		}
	}

	private static NetworkSpec frozen(final LayerSpec... middle) {
		return new NetworkSpec(new Architecture("frozen", Stream.of(Stream.of(
			new Conv(4, 3, 1, 1, true), new Relu()), Stream.of(middle), Stream.of(
				new Relu(), new Flatten(), new Dense(0))).flatMap(s -> s).map(
					LayerSpec.class::cast).toList()), new InputShape(2, 6, 5), 3);
	}

	private Weights learned(final NetworkSpec spec, final Weights given) {
		final Set<String> frozen = given.tensors().stream().map(Tensor::name)
			.filter(n -> n.matches("(conv2|norm1).*")).collect(Collectors.toSet());
		try (TrainableNetwork network = engine().create(spec, new TrainingOptions(1,
			new AdamW(0), frozen, true)))
		{
			network.setWeights(given);
			for (int step = 0; step < 3; step++)
				network.trainOnBatch(Batches.inputs(spec, 7, step), Batches.labels(spec,
					7), null, 7, 1e-2);
			return network.weights();
		}
	}

	private static double factor(final Weights w, final int channel) {
		return w.get("norm1.scale").data()[channel] / Math.sqrt(w.get(
			"norm1.variance").data()[channel] + BatchNorm.EPSILON);
	}

	private static Tensor joinedKernel(final Weights w) {
		final Tensor kernel = w.get("conv2.weight");
		final float[] joined = kernel.data().clone();
		for (int i = 0; i < joined.length; i++)
			joined[i] *= (float) factor(w, i / (joined.length / kernel.shape()[0]));
		return new Tensor(kernel.name(), kernel.shape(), joined);
	}

	private static Tensor joinedBias(final Weights w) {
		final float[] bias = new float[5];
		for (int c = 0; c < bias.length; c++)
			bias[c] = (float) (w.get("norm1.shift").data()[c] - w.get("norm1.mean")
				.data()[c] * factor(w, c));
		return new Tensor("conv2.bias", new int[] { 5 }, bias);
	}

	/** Two images of two channels of two pixels: the numbers 1 to 8. */
	@Test
	void aNormTakesItsStatisticsOverAllChannelsThatGoApart() {
		final NetworkSpec spec = new NetworkSpec(new Architecture("norm", List.of(
			new SplitChannels(), new BatchNorm(), new GlobalAveragePool(),
			new JoinChannels(), new Dense(0))), new InputShape(2, 1, 2), 2);
		try (TrainableNetwork network = create(spec)) {
			network.trainOnBatch(new float[] { 1, 2, 3, 4, 5, 6, 7, 8 }, new int[] {
				0, 1 }, null, 2, 1e-3);
			assertArrayEquals(new float[] { 4.5f }, network.weights().get(
				"norm1.mean").data(), 1e-5f);
			assertArrayEquals(new float[] { 5.25f }, network.weights().get(
				"norm1.variance").data(), 1e-4f);
		}
	}

	@Test
	void frozenNamesThatDoNotExistOrHalveANormAreRefused() {
		final NetworkSpec spec = Batches.spec("tiny");
		for (final String name : List.of("conv9.weight", "norm1.scale"))
			assertThrows(IllegalArgumentException.class, () -> engine().create(spec,
				new TrainingOptions(1, new AdamW(0), Set.of(name), false)), name);
	}

	static Stream<NetworkSpec> withState() {
		final NetworkSpec small = frozen(new Dropout(0.3), new Conv(5, 3, 1, 1,
			false), new BatchNorm(), new Residual(List.of(new Conv(6, 3, 2, 1, false),
				new BatchNorm(), new Dropout(0.2))));
		return Stream.of(small, Batches.spec("lenet"), Batches.spec("residual"),
			bag(small));
	}

	/** The state goes into a network that has another seed and other weights. */
	@ParameterizedTest
	@MethodSource("withState")
	void aRunGoesOnBitForBitInANewNetwork(final NetworkSpec spec) {
		final TrainingOptions options = new TrainingOptions(7, new AdamW(0.01), Set
			.of("conv1.weight"), true);
		final TrainingOptions other = new TrainingOptions(8, new AdamW(0.01), Set
			.of("conv1.weight"), true);
		final NetworkState atOnce;
		final NetworkState half;
		try (TrainableNetwork network = engine().create(spec, options)) {
			steps(network, spec, 0, 6);
			atOnce = network.state();
		}
		try (TrainableNetwork network = engine().create(spec, options)) {
			steps(network, spec, 0, 3);
			half = network.state();
			// the state is a copy, and reading it changes nothing
			steps(network, spec, 3, 6);
			assertSame(atOnce, network.state());
		}
		assertEquals(3, half.steps());
		try (TrainableNetwork network = engine().create(spec, other)) {
			steps(network, spec, 10, 12);
			network.setState(half);
			assertSame(half, network.state());
			steps(network, spec, 3, 6);
			assertSame(atOnce, network.state());
		}
		try (TrainableNetwork network = engine().create(spec, other)) {
			network.setState(half);
			steps(network, spec, 3, 6);
			assertSame(atOnce, network.state());
		}
	}

	static Stream<Optimizer> optimizers() {
		return Stream.of(new Adam(0.01), new Sgd(0.9, 0.01), new Sgd(0, 0),
			new RmsProp(0.01));
	}

	@ParameterizedTest
	@MethodSource("optimizers")
	void aRunGoesOnBitForBitWithEveryOptimizer(final Optimizer optimizer) {
		final NetworkSpec spec = frozen(new Dropout(0.3), new Conv(5, 3, 1, 1,
			false), new BatchNorm());
		final TrainingOptions options = new TrainingOptions(7, optimizer, Set.of(
			"conv1.weight"), true);
		final NetworkState half;
		final NetworkState atOnce;
		try (TrainableNetwork network = engine().create(spec, options)) {
			steps(network, spec, 0, 3);
			half = network.state();
			steps(network, spec, 3, 6);
			atOnce = network.state();
		}
		assertEquals(optimizer.moments(), List.copyOf(half.moments().keySet()));
		try (TrainableNetwork network = engine().create(spec, new TrainingOptions(8,
			optimizer, Set.of("conv1.weight"), true)))
		{
			steps(network, spec, 10, 12);
			network.setState(half);
			assertSame(half, network.state());
			steps(network, spec, 3, 6);
			assertSame(atOnce, network.state());
		}
	}

	private static void steps(final TrainableNetwork network,
		final NetworkSpec spec, final int from, final int to)
	{
		for (int step = from; step < to; step++) {
			final int count = step % 2 == 0 ? 6 : 5;
			network.trainOnBatch(Batches.inputs(spec, count, step), Batches.labels(
				spec, count), null, count, 1e-2 / (1 + step));
		}
	}

	private static void assertSame(final NetworkState expected,
		final NetworkState actual)
	{
		assertEquals(expected.steps(), actual.steps());
		assertEquals(expected.dropoutSeed(), actual.dropoutSeed());
		assertSame(expected.weights(), actual.weights());
		assertEquals(expected.moments().keySet(), actual.moments().keySet());
		expected.moments().forEach((name, moment) -> assertSame(moment, actual
			.moments().get(name)));
	}

	private static void assertSame(final Weights expected, final Weights actual) {
		assertEquals(expected.tensors().size(), actual.tensors().size());
		for (final Tensor t : expected.tensors())
			assertArrayEquals(t.data(), actual.get(t.name()).data(), t.name());
	}

	/** After one step Adam's averages are shares of the gradient. */
	@Test
	void theStateHoldsTheAveragesOfTheOptimiser() {
		try (TrainableNetwork network = create(LINEAR)) {
			final NetworkState fresh = network.state();
			assertEquals(0, fresh.steps());
			final float[] p = network.predict(inputs, 3);
			network.trainOnBatch(inputs, LABELS, null, 3, 1e-3);
			final NetworkState state = network.state();
			assertEquals(List.of("mean", "square"), List.copyOf(state.moments()
				.keySet()));
			for (int c = 0; c < 3; c++) {
				double gradient = 0;
				for (int i = 0; i < 3; i++)
					gradient += (p[3 * i + c] - (LABELS[i] == c ? 1 : 0)) / 3;
				assertEquals(0, fresh.moments().get("mean").get("dense1.bias")
					.data()[c]);
				assertEquals(0.1 * gradient, state.moments().get("mean").get(
					"dense1.bias").data()[c], 1e-6);
				assertEquals(0.001 * gradient * gradient, state.moments().get("square")
					.get("dense1.bias").data()[c], 1e-8);
			}
		}
	}

	@Test
	void theStateOfAnotherNetworkIsRefusedAndChangesNothing() {
		try (TrainableNetwork network = create(LINEAR);
				TrainableNetwork other = create(Batches.spec("tiny")))
		{
			final NetworkState before = network.state();
			final NetworkState without = new NetworkState(before.weights(), Map.of(),
				3, 4);
			for (final NetworkState wrong : List.of(other.state(), without))
				assertThrows(IllegalArgumentException.class, () -> network.setState(
					wrong));
			assertSame(before, network.state());
		}
	}

	@Test
	void trainingTakesMoreMemoryThanPredictingAndLargerBatchesMore() {
		final NetworkSpec spec = Batches.spec("six-conv");
		final MemoryNeed training = engine().trainingMemory(spec, Batches.OPTIONS);
		final MemoryNeed predicting = engine().predictionMemory(spec);
		final long weights = 4 * NetworkPlan.of(spec).parameterCount();
		assertTrue(predicting.fixedBytes() >= weights, predicting.toString());
		assertTrue(training.fixedBytes() > 2 * weights, training.toString());
		assertTrue(training.bytesPerSample() > 2 * predicting.bytesPerSample(),
			training + " " + predicting);
		assertTrue(engine().availableBytes() > training.bytes(8));
	}

	/**
	 * @return how much the place in a batch may change a feature by rounding; not
	 *         at all unless a subclass says so
	 */
	protected float roundingByPlace() {
		return Float.MIN_VALUE;
	}

	/**
	 * Features are kept and shared: those of an image may not depend on what went
	 * through the network beside it.
	 */
	@Test
	void inBatchesOfOneSizeNeighborsAndPlaceChangeNoBitOfFeatures() {
		final int count = 64;
		for (final String preset : List.of("lenet", "six-conv", "residual")) {
			final NetworkSpec spec = Batches.spec(preset);
			final int size = spec.input().size();
			final float[] batch = Batches.inputs(spec, count, 1);
			final float[] turned = new float[batch.length];
			// in another order, and half of them replaced by nothing
			for (int i = 0; i < count; i += 2)
				System.arraycopy(batch, i * size, turned, (count - 1 - i) * size, size);
			try (TrainableNetwork network = create(spec);
					Network loaded = engine().load(spec, network.weights()))
			{
				final float[] expected = loaded.features(batch, count);
				final float[] found = loaded.features(turned, count);
				final int length = expected.length / count;
				for (int i = 0; i < count; i += 2)
					assertArrayEquals(Arrays.copyOfRange(expected, i * length, (i + 1) *
						length), Arrays.copyOfRange(found, (count - 1 - i) * length,
							(count - i) * length), roundingByPlace(), preset + ", input " +
								i);
			}
		}
	}

	/** A head that is trained on features of a network must fit that network. */
	@Test
	void aNetworkThatLearnsGivesTheFeaturesOfTheOneThatPredicts() {
		final NetworkSpec spec = Batches.spec("lenet");
		final float[] batch = Batches.inputs(spec, 20, 1);
		try (TrainableNetwork network = create(spec);
				Network loaded = engine().load(spec, network.weights()))
		{
			assertArrayEquals(loaded.features(batch, 20), network.features(batch, 20),
				1e-4f);
			network.trainOnBatch(batch, Batches.labels(spec, 20), null, 20, 1e-2);
			assertFalse(Arrays.equals(loaded.features(batch, 20), network.features(
				batch, 20)));
		}
	}

	private TrainableNetwork create(final NetworkSpec spec) {
		return engine().create(spec, Batches.OPTIONS);
	}
}
