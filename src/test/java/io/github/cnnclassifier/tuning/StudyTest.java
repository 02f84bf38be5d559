
package io.github.cnnclassifier.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.tuning.PlantedTraining.PowerFailure;
import io.github.cnnclassifier.tuning.Trial.Purpose;
import io.github.cnnclassifier.tuning.TrialResult.Status;

/** A whole study with trainings that take no time. */
class StudyTest {

	private static final Map<String, String> SETTINGS = Map.of("fingerprint",
		"abc", "space", PlantedTraining.SPACE.toString());
	private static final Budget TRIALS = new Budget(0, 30);

	@TempDir
	private Path folder;
	private final PlantedTraining training = new PlantedTraining();

	private List<FinishedTrial> study(final StrategyKind strategy,
		final Budget budget, final boolean resume, final Progress progress)
		throws IOException
	{
		try (StudyFolder study = StudyFolder.open(folder.resolve("study"), resume,
			false))
		{
			final List<FinishedTrial> before = study.begin(SETTINGS);
			return new Study(new Study.Search(PlantedTraining.SPACE, strategy,
				Objective.BALANCED_ACCURACY, 1), budget, training, study,
				new TuningListener()
				{}, progress, () -> training.nanos, training.nanos).run(before);
		}
	}

	private List<FinishedTrial> study(final StrategyKind strategy,
		final Budget budget) throws IOException
	{
		return study(strategy, budget, false, Progress.none());
	}

	private double minutes() {
		return training.nanos / 60e9;
	}

	private static List<Trial> trials(final List<FinishedTrial> done) {
		return done.stream().map(FinishedTrial::trial).toList();
	}

	@ParameterizedTest
	@EnumSource(StrategyKind.class)
	void theDefaultComesFirstThenTheSearchThenBothAgainWithOtherSeeds(
		final StrategyKind strategy) throws IOException
	{
		final List<FinishedTrial> done = study(strategy, TRIALS);
		assertTrue(done.size() <= 30, "" + done.size());
		assertEquals(Setting.DEFAULT, done.get(0).trial().setting());
		final List<Purpose> purposes = done.stream().map(t -> t.trial().purpose())
			.toList();
		assertEquals(purposes.stream().sorted().toList(), purposes);
		final List<Trial> repeats = trials(done).stream().filter(t -> t
			.purpose() == Purpose.REPEAT).toList();
		final Map<Setting, Set<Long>> seeds = repeats.stream().collect(Collectors
			.groupingBy(Trial::setting, Collectors.mapping(Trial::seed, Collectors
				.toSet())));
		assertEquals(4, seeds.size());
		assertTrue(seeds.containsKey(Setting.DEFAULT));
		seeds.values().forEach(s -> assertTrue(s.containsAll(List.of(2L, 3L)) && !s
			.contains(1L), s.toString()));
		assertTrue(repeats.stream().allMatch(Trial::isWhole));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 6, 20, 45 })
	void aBudgetOfTimeIsKept(final double budget) throws IOException {
		for (final StrategyKind strategy : List.of(StrategyKind.HALVING,
			StrategyKind.RANDOM))
		{
			training.nanos = 0;
			final List<FinishedTrial> done = study(strategy, new Budget(budget, 0));
			assertTrue(minutes() <= 1.1 * budget, minutes() + " of " + budget);
			assertTrue(minutes() > 0.7 * Math.min(budget, 28), minutes() + " of " +
				budget);
			assertTrue(done.stream().allMatch(FinishedTrial::isFinished));
			delete();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aTrialThatTakesLongerThanTheBudgetIsCutWithWhatItHas(
		final boolean hidden) throws IOException
	{
		training.hidesStops = hidden;
		training.seconds = 3600;
		final List<FinishedTrial> done = study(StrategyKind.HALVING, new Budget(10,
			0));
		assertEquals(1, done.size());
		assertEquals(Status.CUT, done.get(0).result().status());
		assertTrue(minutes() < 11.1, "" + minutes());
		training.seconds = 360_000;
		training.nanos = 0;
		delete();
		final List<FinishedTrial> none = study(StrategyKind.HALVING, new Budget(10,
			0));
		assertEquals(1, none.size());
		assertTrue(Verdict.of(none, Objective.ACCURACY).text().contains(
			"The time was over"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 9, 17, 25 })
	void aKilledStudyGoesOnAndRepeatsNothing(final int trial) throws IOException {
		final List<FinishedTrial> whole = study(StrategyKind.HALVING, TRIALS);
		delete();
		training.trained.clear();
		training.killedAt = trial;
		assertThrows(PowerFailure.class, () -> study(StrategyKind.HALVING, TRIALS));
		training.killedAt = 0;
		final List<FinishedTrial> resumed = study(StrategyKind.HALVING, TRIALS,
			true, Progress.none());
		assertEquals(trials(whole), trials(resumed));
		assertEquals(whole.stream().map(t -> t.result().score()).toList(), resumed
			.stream().map(t -> t.result().score()).toList());
		assertEquals(whole.size(), training.trained.size());
	}

	private void delete() throws IOException {
		try (Stream<Path> files = Files.walk(folder.resolve("study"))) {
			for (final Path file : files.sorted((a, b) -> b.compareTo(a)).toList())
				Files.delete(file);
		}
	}

	@Test
	void aStudyThatIsAtItsEndIsNotBegunAgain() throws IOException {
		final List<FinishedTrial> done = study(StrategyKind.RANDOM, TRIALS);
		training.trained.clear();
		assertEquals(done, study(StrategyKind.RANDOM, TRIALS, true, Progress
			.none()));
		assertEquals(List.of(), training.trained);
	}

	@Test
	void whatEndedBeforeAStopStays() throws IOException {
		final Progress stopping = new CancelWhen(() -> training.trained
			.size() >= 5);
		assertThrows(CanceledException.class, () -> study(StrategyKind.RANDOM,
			TRIALS, false, stopping));
		try (StudyFolder study = StudyFolder.open(folder.resolve("study"), true,
			false))
		{
			// the fifth was under way
			assertEquals(4, study.begin(SETTINGS).size());
		}
	}

	@Test
	void aTrialThatFailsIsOneWithItsReasonAndNeverPromoted() throws IOException {
		training.failing = "16";
		final List<FinishedTrial> done = study(StrategyKind.HALVING, new Budget(0,
			60));
		final List<FinishedTrial> failed = done.stream().filter(t -> t.result()
			.status() == Status.FAILED).toList();
		assertFalse(failed.isEmpty());
		for (final FinishedTrial trial : failed) {
			assertTrue(trial.result().reason().contains("finite training loss"));
			assertEquals(0, trial.trial().rung());
			assertEquals(Purpose.SEARCH, trial.trial().purpose());
		}
	}

	@Test
	void aSearchInWhichEverythingFailsEnds() throws IOException {
		training.failing = "8";
		final SearchSpace hopeless = new SpaceText(List.of(PlantedTraining.BATCH,
			PlantedTraining.RATE)).parse(
				"batchSize: 8; learningRate: 0.001..0.1 log");
		try (StudyFolder study = StudyFolder.open(folder.resolve("study"), false,
			false))
		{
			study.begin(SETTINGS);
			final List<FinishedTrial> done = new Study(new Study.Search(hopeless,
				StrategyKind.RANDOM, Objective.ACCURACY, 1), new Budget(20, 0),
				training, study, new TuningListener()
				{}, Progress.none(), () -> training.nanos, training.nanos).run(List
					.of());
			assertEquals(21, done.size());
			assertEquals(Setting.DEFAULT, Verdict.of(done, Objective.ACCURACY)
				.winner());
		}
	}

	@Test
	void anotherDataSetSpaceOrSeedIsRefusedWithWhatDiffers() throws IOException {
		study(StrategyKind.RANDOM, new Budget(0, 2));
		try (StudyFolder study = StudyFolder.open(folder.resolve("study"), true,
			false))
		{
			final String message = assertThrows(UserFailure.class, () -> study.begin(
				Map.of("fingerprint", "def", "space", PlantedTraining.SPACE
					.toString()))).getMessage();
			assertTrue(message.contains("expected fingerprint 'abc', found 'def'") &&
				!message.contains("space '"), message);
		}
	}

	@Test
	void aStudyThatIsThereIsNotReplacedUnasked() throws IOException {
		study(StrategyKind.RANDOM, new Budget(0, 3));
		final Path study = folder.resolve("study");
		assertThrows(ExistingFile.class, () -> StudyFolder.open(study, false,
			false));
		try (StudyFolder anew = StudyFolder.open(study, false, true)) {
			assertEquals(List.of(), anew.begin(SETTINGS));
		}
	}

	@Test
	void aStudyThatMayBeReplacedStaysUntilTheOtherOneBegins() throws IOException {
		final List<FinishedTrial> done = study(StrategyKind.RANDOM, new Budget(0,
			3));
		final Path study = folder.resolve("study");
		StudyFolder.open(study, false, true).close();
		try (StudyFolder same = StudyFolder.open(study, true, false)) {
			assertEquals(done, same.begin(SETTINGS));
		}
	}

	@ParameterizedTest
	@EnumSource(StrategyKind.class)
	void withALargerBudgetTheSearchGoesOnBehindTheRepeats(
		final StrategyKind strategy) throws IOException
	{
		final List<FinishedTrial> done = study(strategy, new Budget(0, 12));
		assertEquals(Purpose.REPEAT, done.get(done.size() - 1).trial().purpose());
		final List<Trial> longer = trials(study(strategy, new Budget(0, 24), true,
			Progress.none()));
		assertEquals(trials(done), longer.subList(0, done.size()));
		final List<Trial> more = longer.subList(done.size(), longer.size());
		assertEquals(Purpose.SEARCH, more.get(0).purpose(), more.toString());
		assertEquals(longer.size(), longer.stream().map(t -> t.setting() + " " + t
			.share() + " " + t.seed()).distinct().count(), "none is made twice");
	}

	@ParameterizedTest
	@ValueSource(doubles = { 3600, 360_000 })
	void aTrialThatWasCutIsMadeAgainWithMoreTime(final double seconds)
		throws IOException
	{
		training.seconds = seconds;
		final List<FinishedTrial> cut = study(StrategyKind.HALVING, new Budget(10,
			0));
		assertEquals(List.of(Status.CUT), cut.stream().map(t -> t.result().status())
			.toList());
		training.seconds = 60;
		final List<FinishedTrial> done = study(StrategyKind.HALVING, new Budget(120,
			0), true, Progress.none());
		assertEquals(cut.get(0), done.get(0));
		assertEquals(Purpose.DEFAULT, done.get(1).trial().purpose());
		assertEquals(Status.FINISHED, done.get(1).result().status());
		assertTrue(Verdict.of(done, Objective.BALANCED_ACCURACY).text().contains(
			"the default settings have"));
	}

	@Test
	void aSettingAndARepeatThatWereCutAreMadeAgainWithMoreTime()
		throws IOException
	{
		for (final int slow : List.of(4, 11)) {
			training.slowFrom = slow;
			final List<FinishedTrial> cut = study(StrategyKind.RANDOM, new Budget(120,
				12));
			final FinishedTrial last = cut.get(cut.size() - 1);
			assertEquals(slow + " " + Status.CUT, last.trial().number() + " " + last
				.result().status());
			training.slowFrom = Integer.MAX_VALUE;
			final List<FinishedTrial> done = study(StrategyKind.RANDOM, new Budget(
				600, 12), true, Progress.none());
			assertTrue(done.subList(slow, done.size()).stream().anyMatch(t -> t
				.isFinished() && t.trial().setting().equals(last.trial().setting()) && t
					.trial().seed() == last.trial().seed()), "trial " + slow);
			delete();
			training.nanos = 0;
		}
	}

	@Test
	void aSettingThatTakesTooLongIsPassedOver() throws IOException {
		training.slowBatch = "32";
		final List<FinishedTrial> done = study(StrategyKind.RANDOM, new Budget(20,
			0));
		final long searched = trials(done).stream().filter(t -> t
			.purpose() == Purpose.SEARCH).count();
		assertTrue(searched >= 8, "" + searched);
		assertTrue(trials(done).stream().noneMatch(t -> "32".equals(t.setting()
			.values().get("batchSize"))));
		assertTrue(minutes() <= 22, "" + minutes());
	}

	@Test
	void theTimeBeforeTheFirstTrialCounts() throws IOException {
		training.nanos = 600_000_000_000L;
		try (StudyFolder study = StudyFolder.open(folder.resolve("study"), false,
			false))
		{
			assertEquals(List.of(), new Study(new Study.Search(PlantedTraining.SPACE,
				StrategyKind.HALVING, Objective.ACCURACY, 1), new Budget(10, 0),
				training, study, new TuningListener()
				{}, Progress.none(), () -> training.nanos, 0).run(study.begin(
					SETTINGS)));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"\"seconds\": [0-9.]+ | \"seconds\": -1",
		"\"seconds\": [0-9.]+ | \"seconds\": 1e999",
		"\"share\": [0-9.]+ | \"share\": 0", "\"share\": [0-9.]+ | \"share\": 2",
		"\"rung\": 0 | \"rung\": -1", "\"batchSize\": | \"images\":" })
	void whatNoTrialCanHaveWrittenIsRefused(final String written,
		final String other) throws IOException
	{
		study(StrategyKind.RANDOM, new Budget(0, 3));
		final Path trial = folder.resolve("study/trials/0002.json");
		final String text = Files.readString(trial);
		final String changed = text.replaceFirst(written, other);
		assertFalse(text.equals(changed));
		Files.writeString(trial, changed);
		final String message = assertThrows(UserFailure.class, () -> study(
			StrategyKind.RANDOM, TRIALS, true, Progress.none())).getMessage();
		assertTrue(message.startsWith("The study cannot go on: ") && (message
			.contains("0002.json") || message.contains(
				"expected trial 2 to change only learningRate, batchSize")), message);
	}

	@Test
	void filesThatAreOfNoStudyAreNeitherReadNorRemoved() throws IOException {
		final Path foreign = folder.resolve("study/trials/0001.json");
		Files.createDirectories(foreign.getParent());
		Files.writeString(foreign, "mine");
		assertThrows(UserFailure.class, () -> study(StrategyKind.RANDOM, TRIALS));
		try (StudyFolder study = StudyFolder.open(folder.resolve("study"), false,
			true))
		{
			assertThrows(UserFailure.class, () -> study.begin(SETTINGS));
		}
		assertEquals("mine", Files.readString(foreign));
	}

	@Test
	void aSecondRunIntoTheSameStudyIsRefused() throws IOException {
		final Path study = folder.resolve("study");
		try (StudyFolder one = StudyFolder.open(study, false, false)) {
			assertTrue(assertThrows(UserFailure.class, () -> StudyFolder.open(study,
				true, false)).getMessage().contains("Another run"));
		}
	}

	@Test
	void aDamagedTrialIsNamed() throws IOException {
		study(StrategyKind.RANDOM, new Budget(0, 3));
		final Path study = folder.resolve("study");
		Files.writeString(study.resolve("trials/0002.json"), "{\"trial\": 2}");
		try (StudyFolder damaged = StudyFolder.open(study, true, false)) {
			assertTrue(assertThrows(UserFailure.class, () -> damaged.begin(SETTINGS))
				.getMessage().contains("0002.json"));
			Files.delete(study.resolve("trials/0002.json"));
			assertTrue(assertThrows(UserFailure.class, () -> damaged.begin(SETTINGS))
				.getMessage().contains("expected was trial 2"));
		}
	}
}
