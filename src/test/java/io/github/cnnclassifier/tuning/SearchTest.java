
package io.github.cnnclassifier.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.tuning.Strategy.Proposal;
import io.github.cnnclassifier.tuning.TrialResult.Status;

/** The order in which a space is searched. */
class SearchTest {

	private static Strategy strategy(final StrategyKind kind,
		final SearchSpace space, final long seed)
	{
		return kind.strategy(space, Objective.BALANCED_ACCURACY, new SeedTree(
			seed));
	}

	/** @return the trials until their shares are used up */
	private static List<FinishedTrial> searched(final Strategy strategy,
		final double wholeTrainings)
	{
		final PlantedTraining training = new PlantedTraining();
		final List<FinishedTrial> done = new ArrayList<>();
		double used = 0;
		while (true) {
			final Optional<Proposal> next = strategy.proposals(done).findFirst();
			if (next.isEmpty() || used + next.get().share() > wholeTrainings + 1e-9)
				return done;
			used += next.get().share();
			final Trial trial = new Trial(done.size() + 1, Trial.Purpose.SEARCH, next
				.get().setting(), next.get().rung(), next.get().share(), 1);
			done.add(new FinishedTrial(trial, new TrialResult(Status.FINISHED, "",
				training.train(trial, Progress.none()).score(), 1, List.of(), List
					.of())));
		}
	}

	private static double found(final StrategyKind kind, final long seed,
		final double wholeTrainings)
	{
		final Setting best = Repeats.finalists(searched(strategy(kind,
			PlantedTraining.SPACE, seed), wholeTrainings),
			Objective.BALANCED_ACCURACY).get(0);
		return new PlantedTraining().quality(best);
	}

	private static double mean(final StrategyKind kind,
		final double wholeTrainings)
	{
		return LongStream.range(0, 100).mapToDouble(seed -> found(kind, seed,
			wholeTrainings)).average().orElseThrow();
	}

	@Test
	void halvingFindsAPlantedOptimumWithLessWorkThanRandomSearch() {
		final double halving = mean(StrategyKind.HALVING, 4);
		assertTrue(halving > 0.85, "" + halving);
		// random search needs twice as much for less
		assertTrue(halving > mean(StrategyKind.RANDOM, 4) + 0.05, "" + halving);
		assertTrue(halving > mean(StrategyKind.RANDOM, 8), "" + halving);
	}

	@Test
	void halvingTrainsTheBestThirdLonger() {
		final List<FinishedTrial> done = searched(strategy(StrategyKind.HALVING,
			PlantedTraining.SPACE, 7), 13);
		final long[] rungs = new long[3];
		done.forEach(t -> rungs[t.trial().rung()]++);
		assertTrue(rungs[0] >= 3 * rungs[1] && rungs[1] >= 3 * rungs[2] &&
			rungs[2] > 1, Arrays.toString(rungs));
		for (final FinishedTrial trial : done)
			assertEquals(Math.pow(3, trial.trial().rung() - 2), trial.trial()
				.share());
	}

	@ParameterizedTest
	@EnumSource(StrategyKind.class)
	void whatComesNextDependsOnTheTrialsAndTheSeedAlone(final StrategyKind kind) {
		final List<FinishedTrial> done = searched(strategy(kind,
			PlantedTraining.SPACE, 3), 5);
		final Strategy other = strategy(kind, PlantedTraining.SPACE, 3);
		for (int i = 0; i < done.size(); i++) {
			final Trial trial = done.get(i).trial();
			assertEquals(new Proposal(trial.setting(), trial.rung(), trial.share()),
				other.proposals(done.subList(0, i)).findFirst().orElseThrow());
		}
	}

	@ParameterizedTest
	@EnumSource(StrategyKind.class)
	void aSmallSpaceIsSearchedOnceAndNoMore(final StrategyKind kind) {
		final SearchSpace small = new SpaceText(List.of(PlantedTraining.BATCH))
			.parse("batchSize: 8, 16, 24, 32");
		final List<FinishedTrial> done = searched(strategy(kind, small, 5), 100);
		final List<Setting> first = done.stream().filter(t -> t.trial().rung() == 0)
			.map(t -> t.trial().setting()).toList();
		assertEquals(4, first.size());
		assertEquals(4, new HashSet<>(first).size());
	}

	@Test
	void theGridHasTheEndsAndTheMiddleOfEachRange() {
		final List<FinishedTrial> done = searched(strategy(StrategyKind.GRID,
			PlantedTraining.SPACE, 5), 100);
		assertEquals(9, done.size());
		assertEquals(3, done.stream().filter(t -> "0.00316".equals(t.trial()
			.setting().values().get("learningRate"))).count());
	}

	@ParameterizedTest
	@EnumSource(StrategyKind.class)
	void layersVaryOnlyWhereTheyAreNotThoseOfAParent(final StrategyKind kind) {
		final SearchSpace space = new SpaceText(List.of(Parameter.word("start",
			word -> {}), Parameter.whole("depth", 1, 9))).parse(
				"depth: 1..3; start: backbone, scratch, my.zip");
		final List<String> settings = searched(strategy(kind, space, 5), 100)
			.stream().filter(t -> t.trial().rung() == 0).map(t -> t.trial().setting()
				.toString()).sorted().toList();
		assertEquals(List.of("depth=1 start=scratch", "depth=2 start=scratch",
			"depth=3 start=scratch", "start=backbone", "start=my.zip"), settings);
	}

	@ParameterizedTest
	@EnumSource
	void epochsVaryOnlyWhereThereAreAny(final StrategyKind kind) {
		final SearchSpace space = new SpaceText(List.of(Parameter.word("unfreeze",
			word -> {}), Parameter.whole("batchSize", 1, 99))).parse(
				"batchSize: 8, 16; unfreeze: head, all").with(Map.of("start",
					"my.zip"));
		final List<String> settings = searched(strategy(kind, space, 5), 100)
			.stream().filter(t -> t.trial().rung() == 0).map(t -> t.trial().setting()
				.toString()).sorted().toList();
		assertEquals(List.of("batchSize=16 unfreeze=all",
			"batchSize=8 unfreeze=all", "unfreeze=head"), settings);
	}

	@Test
	void whatMeansNothingAnywhereIsNamed() {
		final SearchSpace space = new SpaceText(List.of(Parameter.word("start",
			word -> {}), Parameter.word("network", word -> {}), Parameter.word(
				"unfreeze", word -> {}), Parameter.whole("epochs", 1, 99))).parse(
					"network: tiny, residual; epochs: 1..9; unfreeze: head, all");
		assertEquals(List.of(), space.withoutEffect(), "nothing is known");
		assertEquals(List.of("unfreeze"), space.with(Map.of("start", "scratch"))
			.withoutEffect());
		assertEquals(List.of("network"), space.with(Map.of("start", "backbone"))
			.withoutEffect());
		final SearchSpace smaller = space.without(List.of("unfreeze")).with(Map.of(
			"start", "digits", "unfreeze", "head"));
		assertEquals(List.of("network", "epochs"), smaller.withoutEffect());
	}

	@Test
	void aGridThatNobodyCanWaitForIsAnError() {
		final List<String> hundred = IntStream.range(0, 100).mapToObj(
			Integer::toString).toList();
		final SearchSpace large = new SearchSpace(List.of(new Dimension.Choices("a",
			hundred), new Dimension.Choices("b", hundred), new Dimension.Range("c", 1,
				5, false, false)));
		final String message = assertThrows(WrongUsage.class,
			() -> new Study.Search(large, StrategyKind.GRID, Objective.ACCURACY, 1))
			.getMessage();
		assertTrue(message.contains("at most 10000 settings, found 30000"),
			message);
	}

	@Test
	void namesThatDoNotExistAreErrors() {
		assertTrue(assertThrows(WrongUsage.class, () -> StrategyKind.parse("best"))
			.getMessage().contains("halving, random, grid, found 'best'"));
		assertTrue(assertThrows(WrongUsage.class, () -> Objective.parse("f1"))
			.getMessage().contains("balanced-accuracy, accuracy, macro-f1"));
		assertThrows(WrongUsage.class, () -> new Budget(0, 0));
		assertThrows(WrongUsage.class, () -> new Budget(-1, 5));
		assertThrows(WrongUsage.class, () -> new Budget(Double.NaN, 5));
	}
}
