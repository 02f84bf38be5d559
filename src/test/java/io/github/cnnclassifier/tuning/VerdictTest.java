
package io.github.cnnclassifier.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
				{}, Progress.none(), () -> training.nanos).run(List.of()),
				Objective.BALANCED_ACCURACY);
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

	@Test
	void fewImagesAreNoise() {
		// the same four points, on 50 and on 5000 images
		assertEquals(Setting.DEFAULT, of(25).winner());
		assertEquals("32", of(2500).winner().values().get("batchSize"));
	}

	private static Verdict of(final int imagesOfAClass) {
		final Setting other = new Setting(Map.of("batchSize", "32"));
		return Verdict.of(List.of(trial(1, Trial.Purpose.DEFAULT, Setting.DEFAULT,
			0.80, imagesOfAClass), trial(2, Trial.Purpose.SEARCH, other, 0.86,
				imagesOfAClass), trial(3, Trial.Purpose.REPEAT, other, 0.841,
					imagesOfAClass), trial(4, Trial.Purpose.REPEAT, Setting.DEFAULT,
						0.801, imagesOfAClass), trial(5, Trial.Purpose.REPEAT, other, 0.839,
							imagesOfAClass), trial(6, Trial.Purpose.REPEAT, Setting.DEFAULT,
								0.799, imagesOfAClass)), Objective.BALANCED_ACCURACY);
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
