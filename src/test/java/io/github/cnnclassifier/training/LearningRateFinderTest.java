
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.NetworkState;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.LayerSpec.BatchNorm;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.LearningRateCurve.Point;

/** A look for a learning rate, of which nothing stays. */
class LearningRateFinderTest {

	private static final int WIDTH = 8;

	private static final Architecture WITH_ALL_STATE = new Architecture("small",
		List.of(new Conv(4, 3, 1, 1, false), new BatchNorm(), new Relu(),
			new Dropout(0.3), new Flatten(), new Dense(0)));

	private static TrainingRun run(final String optimizer) {
		final MemoryImages images = new MemoryImages(WIDTH);
		images.addHalves(30, Side.TRAINING, 1, half -> half);
		images.add(0, Side.VALIDATION, new float[WIDTH * WIDTH]);
		return new TrainingRun(new NetworkSpec(WITH_ALL_STATE, images.shape(), 2),
			Start.SCRATCH, new TrainingSettings(1, 8, 0.01, Augmentation.LIGHT, true,
				7).withOptimizer(Optimizers.parse(optimizer, "auto", "auto"))
				.withSoftLabels(new SoftLabels(0.1, 0.2)), images.split().training(),
			images.split().validation()).resolved(new FakeEngine(null, 1000), Progress
				.none());
	}

	private static LearningRateCurve find(final FakeNetwork network,
		final int steps)
	{
		return new LearningRateFinder(run("adamw"), steps).find(network, Progress
			.none());
	}

	static List<String> optimizers() {
		return Optimizers.labels();
	}

	@ParameterizedTest
	@MethodSource("optimizers")
	void weightsOptimizerAndRandomStateAreBitForBitAsTheyWere(
		final String optimizer)
	{
		final Engine engine = new Dl4jEngine(1, Progress.none());
		final TrainingRun run = run(optimizer);
		try (TrainableNetwork network = network(engine, run);
				TrainableNetwork unasked = network(engine, run))
		{
			step(network, run);
			step(unasked, run);
			final NetworkState before = network.state();
			final LearningRateCurve curve = new LearningRateFinder(run, 40).find(
				network, Progress.none());
			assertTrue(curve.points().size() >= 10, curve.toString());
			assertSame(before, network.state());
			// and it learns on as one that was never asked
			step(network, run);
			step(unasked, run);
			assertSame(unasked.state(), network.state());
		}
	}

	private static TrainableNetwork network(final Engine engine,
		final TrainingRun run)
	{
		return engine.create(run.spec(), run.settings().options(run.start()
			.frozen()));
	}

	private static void step(final TrainableNetwork network,
		final TrainingRun run)
	{
		network.trainOnBatch(Inputs.read(run.training().samples(), 0, 4), new int[] {
			0, 1, 0, 1 }, null, 4, 1e-2);
	}

	private static void assertSame(final NetworkState expected,
		final NetworkState actual)
	{
		assertEquals(expected.steps(), actual.steps());
		assertEquals(expected.dropoutSeed(), actual.dropoutSeed());
		assertSame(expected.weights(), actual.weights());
		expected.moments().forEach((name, moment) -> assertSame(moment, actual
			.moments().get(name)));
	}

	private static void assertSame(final Weights expected, final Weights actual) {
		expected.tensors().forEach(t -> assertArrayEquals(t.data(), actual.get(t
			.name()).data(), t.name()));
	}

	@Test
	void theRatesRiseByTheSameFactorAndAreThoseThatWereApplied() {
		final FakeNetwork network = new FakeNetwork(step -> 1, steps -> 0.5);
		final List<Point> points = find(network, 61).points();
		assertEquals(network.learningRates, points.stream().map(Point::rate)
			.toList());
		assertEquals(61, points.size());
		assertEquals(1e-6, points.get(0).rate(), 1e-18);
		assertEquals(1, points.get(60).rate(), 1e-9);
		for (int i = 1; i < 61; i++)
			assertEquals(Math.pow(10, 0.1), points.get(i).rate() / points.get(i - 1)
				.rate(), 1e-9);
	}

	@Test
	void aLossThatExplodesEndsTheLookEarly() {
		final FakeNetwork exploding = new FakeNetwork(step -> step < 70 ? 1 : Math
			.pow(1.5, step - 70), steps -> 0.5);
		final int steps = find(exploding, 100).points().size();
		assertTrue(steps > 70 && steps < 80, steps + " steps");
	}

	@Test
	void aLossThatIsNoNumberEndsTheLookWithWhatWasFoundBefore() {
		final FakeNetwork broken = new FakeNetwork(step -> step < 70 ? 1
			: Double.NaN, steps -> 0.5);
		assertEquals(69, find(broken, 100).points().size());
		assertEquals(0, broken.state().steps());
	}

	@Test
	void imagesThatGiveNoLossAtAllAreAFailure() {
		final FakeNetwork broken = new FakeNetwork(step -> Double.NaN,
			steps -> 0.5);
		assertTrue(assertThrows(UserFailure.class, () -> find(broken, 100))
			.getMessage().contains("before the first step"));
		assertEquals(0, broken.state().steps());
	}

	@Test
	void whoCancelsGetsTheNetworkBackAsItWas() {
		final FakeNetwork network = new FakeNetwork(step -> 1, steps -> 0.5);
		assertThrows(CanceledException.class, () -> new LearningRateFinder(run(
			"sgd"), 100).find(network, new CancelWhen(() -> network.learningRates
				.size() > 20)));
		assertEquals(21, network.learningRates.size());
		assertEquals(0, network.state().steps());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 19, 10_001 })
	void tooFewAndTooManyStepsAreWrongUsage(final int steps) {
		assertEquals("Expected steps from 20 to 10000, found " + steps + ".",
			assertThrows(WrongUsage.class, () -> LearningRateFinder.requireSteps(
				steps)).getMessage());
	}

	private static LearningRateCurve curve(final IntToDoubleFunction loss) {
		return new LearningRateCurve(IntStream.range(0, 100).mapToObj(
			i -> new Point(Math.pow(10, -6 + i * 0.06), loss.applyAsDouble(i)))
			.toList());
	}

	/** Falls around point 50, a rate of 0.001, rises from 80 on. */
	@Test
	void theRateWhereTheLossFallsFastestIsSuggested() {
		final double rate = curve(i -> 2 - 1.5 / (1 + Math.exp((50 - i) / 5.0)) +
			Math.exp((i - 85) / 5.0) + 0.02 * (i % 2)).suggestion().orElseThrow();
		assertTrue(rate > 0.0005 && rate < 0.002, "rate " + rate);
		assertTrue(Arrays.asList(2, 3, 4, 5, 6, 7).contains(Double.toString(rate)
			.length()), "two digits: " + rate);
	}

	@Test
	void aLossThatDoesNotFallSuggestsNothing() {
		assertFalse(curve(i -> 0.7 + 0.02 * (i % 3)).suggestion().isPresent());
		assertFalse(curve(i -> 0.7 + i).suggestion().isPresent());
		assertFalse(new LearningRateCurve(List.of()).suggestion().isPresent());
		assertFalse(new LearningRateCurve(List.of(new Point(0.1, 3))).suggestion()
			.isPresent());
	}

	@Test
	void aNeighborhoodIsAsWideOnBothSides() {
		final double[] smoothed = curve(i -> i).smoothed();
		for (int i = 0; i < 100; i++)
			assertEquals(i, smoothed[i], 1e-9);
	}
}
