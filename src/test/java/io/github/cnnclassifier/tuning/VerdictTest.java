
package io.github.cnnclassifier.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

/** When a difference counts. */
class VerdictTest {

	@TempDir
	private Path folder;
	private int studies;

	private Verdict verdict(final PlantedTraining training, final long seed,
		final Budget budget) throws IOException
	{
		try (StudyFolder study = StudyFolder.open(folder.resolve("" + studies++),
			false, false))
		{
			study.begin(Map.of());
			return Verdict.of(new Study(new Study.Search(PlantedTraining.SPACE,
				StrategyKind.HALVING, Objective.BALANCED_ACCURACY, seed), budget,
				training, study, new TuningListener()
				{}, Progress.none(), () -> training.nanos, training.nanos).run(List
					.of()), Objective.BALANCED_ACCURACY);
		}
	}

	@Test
	void whatIsBetterBeyondNoiseWins() throws IOException {
		for (int seed = 0; seed < 20; seed++) {
			final PlantedTraining training = new PlantedTraining();
			final Verdict verdict = verdict(training, seed, new Budget(0, 40));
			assertTrue(training.quality(verdict.winner()) > 0.6, verdict.text());
			assertTrue(verdict.text().startsWith(
				"Better than the default settings beyond noise are learningRate="),
				verdict.text());
		}
	}

	@Test
	void whereThereIsNothingToGainTheDefaultStays() throws IOException {
		int wrong = 0;
		for (int seed = 0; seed < 40; seed++) {
			final PlantedTraining training = new PlantedTraining();
			training.gain = 0;
			training.luck = 0.03;
			final Verdict verdict = verdict(training, seed, new Budget(0, 40));
			if (!verdict.winner().isDefault()) wrong++;
			else assertTrue(verdict.text().startsWith(
				"Nothing beats the default settings beyond noise"), verdict.text());
		}
		assertTrue(wrong <= 4, "" + wrong);
	}

	@Test
	void aBudgetForNoRepeatsSaysNothingOfTheBest() throws IOException {
		final Verdict verdict = verdict(new PlantedTraining(), 1, new Budget(0, 4));
		assertEquals(Setting.DEFAULT, verdict.winner());
		assertTrue(verdict.text().contains("could not be repeated"), verdict
			.text());
	}

	@Test
	void onlyOneTrialIsTheDefault() throws IOException {
		final Verdict verdict = verdict(new PlantedTraining(), 1, new Budget(0, 1));
		assertEquals(Setting.DEFAULT, verdict.winner());
		assertTrue(verdict.text().contains("No other settings"), verdict.text());
	}

	@ParameterizedTest
	@EnumSource(value = TrialResult.Status.class, names = { "CUT", "FAILED" })
	void repeatsOfTheDefaultCountWhateverBecameOfItsFirstTraining(
		final TrialResult.Status status)
	{
		final List<FinishedTrial> done = new ArrayList<>(trials(0.80, 0.86, 25));
		done.set(0, new FinishedTrial(done.get(0).trial(), new TrialResult(status,
			"Bad luck.", null, 1, List.of(), List.of())));
		final Verdict verdict = Verdict.of(done, Objective.BALANCED_ACCURACY);
		assertEquals(Setting.DEFAULT, verdict.winner(), verdict.text());
		assertTrue(verdict.text().contains(
			"the default settings have 0.800 in the mean of 2 trainings"), verdict
				.text());
	}

	@Test
	void theBestOfManyMustBeMoreBetter() {
		final List<FinishedTrial> two = new ArrayList<>(trials(0.80, 0.82, 600));
		final Setting other = new Setting(Map.of("batchSize", "16"));
		final String one = Verdict.of(two, Objective.BALANCED_ACCURACY).text();
		two.add(trial(7, Trial.Purpose.SEARCH, other, 0.80, 600));
		for (int i = 8; i < 10; i++)
			two.add(trial(i, Trial.Purpose.REPEAT, other, 0.80, 600));
		final String best = Verdict.of(two, Objective.BALANCED_ACCURACY).text();
		assertTrue(noise(best) > noise(one) + 0.1, one + "\n" + best);
	}

	@Test
	void equalAnswersToFewImagesAreNoProof() {
		// each setting has the same figure with each seed, and the same answers
		final List<FinishedTrial> done = new ArrayList<>();
		for (final FinishedTrial t : trials(0.80, 0.82, 25))
			done.add(new FinishedTrial(t.trial(), new TrialResult(
				TrialResult.Status.FINISHED, "", new Score(0.8, 0.8, t.trial().setting()
					.isDefault() ? 0.80 : 0.81, 0.5, Map.of("a", "1".repeat(25), "b", "0"
						.repeat(25))), 1, List.of(), List.of())));
		final Verdict verdict = Verdict.of(done, Objective.MACRO_F1);
		assertEquals(Setting.DEFAULT, verdict.winner(), verdict.text());
		assertEquals(100 * 1.96 / 50, noise(verdict.text()), 0.06);
	}

	/** 50 images of each class, of ten animals with five images of each. */
	@Test
	void imagesOfOneGroupCountAsOne() {
		final List<FinishedTrial> done = new ArrayList<>();
		for (final FinishedTrial t : trials(0.80, 0.84, 50)) {
			// an animal is right, or it is not
			final StringBuilder right = new StringBuilder();
			for (int animal = 0; animal < 10; animal++)
				right.append((t.trial().setting().isDefault() ? animal % 5 != 0
					: animal % 5 != 1 || animal > 5) ? "11111" : "00000");
			done.add(new FinishedTrial(t.trial(), new TrialResult(
				TrialResult.Status.FINISHED, "", new Score(t.result().score()
					.accuracy(), t.result().score().balancedAccuracy(), 0.8, 0.5, Map.of(
						"a", right.toString(), "b", right.toString())), 1, List.of(), List
							.of())));
		}
		final List<String> animals = IntStream.range(0, 50).mapToObj(
			i -> "animal " + i / 5).toList();
		final double alone = noise(Verdict.of(done, Objective.BALANCED_ACCURACY)
			.text());
		final double grouped = noise(Verdict.of(done, Objective.BALANCED_ACCURACY,
			Map.of("a", animals, "b", animals)).text());
		assertTrue(grouped > 2.5 * alone, grouped + " and " + alone);
		assertEquals(alone, noise(Verdict.of(done, Objective.BALANCED_ACCURACY, Map
			.of("a", List.of("too", "few"))).text()));
		assertEquals(alone, noise(Verdict.of(done, Objective.BALANCED_ACCURACY, Map
			.of("a", Collections.nCopies(50, ""), "b", Collections.nCopies(50, "")))
			.text()));
	}

	private static double noise(final String text) {
		final Matcher matcher = Pattern.compile("images is ([0-9.]+) points")
			.matcher(text);
		assertTrue(matcher.find(), text);
		return Double.parseDouble(matcher.group(1));
	}

	@Test
	void fewImagesAreNoise() {
		// the same four points, on 50 and on 5000 images
		assertEquals(Setting.DEFAULT, of(25).winner());
		assertEquals("32", of(2500).winner().values().get("batchSize"));
	}

	private static Verdict of(final int imagesOfAClass) {
		return Verdict.of(trials(0.80, 0.84, imagesOfAClass),
			Objective.BALANCED_ACCURACY);
	}

	/** One setting beside the default, and both again. */
	private static List<FinishedTrial> trials(final double first,
		final double second, final int imagesOfAClass)
	{
		final Setting other = new Setting(Map.of("batchSize", "32"));
		return List.of(trial(1, Trial.Purpose.DEFAULT, Setting.DEFAULT, first,
			imagesOfAClass), trial(2, Trial.Purpose.SEARCH, other, second + 0.02,
				imagesOfAClass), trial(3, Trial.Purpose.REPEAT, other, second + 0.001,
					imagesOfAClass), trial(4, Trial.Purpose.REPEAT, Setting.DEFAULT,
						first + 0.001, imagesOfAClass), trial(5, Trial.Purpose.REPEAT,
							other, second - 0.001, imagesOfAClass), trial(6,
								Trial.Purpose.REPEAT, Setting.DEFAULT, first - 0.001,
								imagesOfAClass));
	}

	private static FinishedTrial trial(final int number,
		final Trial.Purpose purpose, final Setting setting, final double figure,
		final int images)
	{
		final SplittableRandom random = new SeedTree(number).random();
		final StringBuilder right = new StringBuilder();
		for (int i = 0; i < images; i++)
			right.append(random.nextDouble() < figure ? '1' : '0');
		return new FinishedTrial(new Trial(number, purpose, setting, 0, 1, number),
			new TrialResult(TrialResult.Status.FINISHED, "", new Score(figure, figure,
				figure, 1 - figure, Map.of("a", right.toString(), "b", right
					.toString())), 1, List.of(), List.of()));
	}
}
