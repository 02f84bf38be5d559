
package io.github.cnnclassifier.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
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
import io.github.cnnclassifier.progress.Listening;
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
		network.trainOnBatch(Inputs.read(run.training().samples(), 0, 4),
			new int[] { 0, 1, 0, 1 }, null, 4, 1e-2);
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
	void aFullMemoryHalvesTheBatchAndTheLookBeginsAnew() {
		final FakeNetwork network = new FakeNetwork(step -> 1, steps -> 0.5);
		network.room = 3;
		final List<String> told = new ArrayList<>();
		final LearningRateCurve curve = new LearningRateFinder(run("adamw"), 20)
			.find(new FakeEngine(network, 1000), new Listening(told));
		assertEquals(20, curve.points().size());
		assertEquals(List.of("Warning: the memory was full (too much). The steps " +
			"begin anew in batches of 4 instead of 8 images.",
			"Warning: the memory was full (too much). The steps " +
				"begin anew in batches of 2 instead of 4 images."), told);
		network.room = 0;
		assertThrows(OutOfMemoryError.class, () -> new LearningRateFinder(run(
			"adamw"), 20).find(new FakeEngine(network, 1000), Progress.none()));
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

	/** Lowest near point 70, a rate of 0.016; noisy as the losses of batches. */
	private static double noisy(final int i) {
		return 2 - 0.5 / (1 + Math.exp((50 - i) / 5.0)) + Math.exp((i - 95) / 5.0) +
			0.3 * Math.sin(i * 2.3);
	}

	@Test
	void aTenthOfTheRateOfTheLowestLossIsSuggested() {
		final double rate = curve(LearningRateFinderTest::noisy).suggestion()
			.orElseThrow();
		assertTrue(rate > 0.0005 && rate < 0.005, "rate " + rate);
		assertEquals(rate, new BigDecimal(rate).round(new MathContext(2))
			.doubleValue(), "two digits");
	}

	/** There a mean is of few points, or of one. */
	@Test
	void aSingleLossAtAnEndDecidesNothing() {
		for (final int odd : new int[] { 0, 1, 98, 99 })
			assertEquals(curve(LearningRateFinderTest::noisy).suggestion(), curve(
				i -> i == odd ? 1 : noisy(i)).suggestion(), "at " + odd);
	}

	@Test
	void aLossThatDoesNotFallSuggestsNothing() {
		assertFalse(curve(i -> 0.7 + 0.02 * (i % 3)).suggestion().isPresent());
		assertFalse(curve(i -> 0.7 + i).suggestion().isPresent());
		for (int size = 0; size < 8; size++)
			assertFalse(new LearningRateCurve(curve(i -> 100 - i).points().subList(0,
				Math.min(size, 6))).suggestion().isPresent());
	}

	@Test
	void aNeighborhoodIsAsWideOnBothSides() {
		final double[] smoothed = curve(i -> i).smoothed();
		for (int i = 0; i < 100; i++)
			assertEquals(i, smoothed[i], 1e-9);
	}
}
