
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.storage.OutputClaim;

/** A search for better settings from the command line. */
class TuningTest {

	@TempDir
	static Path images;
	@TempDir
	Path folder;

	@BeforeAll
	static void draw() throws IOException {
		TestImages.halves(images, 20, 1);
	}

	/** Two trials of a network that learns in a second. */
	private CommandLineRun tune(final String... more) {
		final Map<String, String> words = new LinkedHashMap<>();
		words.put("images", images.toString());
		words.put("output", folder.resolve("study").toString());
		words.put("network", "tiny");
		words.put("start", "scratch");
		words.put("epochs", "1");
		words.put("batchSize", "8");
		words.put("minutes", "0");
		words.put("trials", "2");
		words.put("space", "learningRate: 0.001..0.01 log");
		words.putAll(KeyValues.parse(List.of(more)));
		final List<String> all = new ArrayList<>(List.of("tune"));
		words.forEach((key, value) -> all.add(key + "=" + value));
		return CommandLineRun.of(all.toArray(String[]::new));
	}

	@Test
	void aStudyIsATableAVerdictAndTheLinesThatTrainTheWinner()
		throws IOException
	{
		final CommandLineRun run = tune().endsWith(0);
		assertEquals("trials=2", run.results().get(0));
		assertEquals("winner=the default settings", run.results().get(1));
		final Path study = folder.resolve("study");
		final String model = study.resolve("tuned.zip").toString();
		assertEquals(List.of("run(\"Train CNN Classifier...\", \"images=" + images +
			" start=scratch network=tiny epochs=1 batchsize=8 model=" + model +
			"\");", "./cnn-classifier train images=" + images +
				" start=scratch network=tiny epochs=1 batchSize=8 model=" + model), run
					.results().subList(3, 5));
		final List<String> table = Files.readAllLines(study.resolve("trials.csv"));
		assertEquals(3, table.size());
		assertTrue(table.get(0).startsWith(
			"trial,purpose,status,balanced_accuracy,accuracy,macro_f1,loss,epochs") &&
			table.get(0).endsWith("learningRate,reason"), table.get(0));
		assertTrue(table.get(1).startsWith("1,default,finished,"), table.get(1));
		assertTrue(table.get(2).startsWith("2,search,finished,"), table.get(2));
		assertTrue(Files.readString(study.resolve("verdict.txt")).contains(
			"./cnn-classifier train"));
		run.says("Searching learningRate: 0.001..0.01 log.");
	}

	@Test
	void aStudyGoesOnAndTheWinnerIsTrained() throws IOException {
		tune().endsWith(0);
		final Path first = folder.resolve("study/trials/0001.json");
		final byte[] before = Files.readAllBytes(first);
		final Path model = folder.resolve("best.zip");
		final CommandLineRun run = tune("trials=3", "resume=true", "model=" + model)
			.endsWith(0);
		assertEquals("trials=3", run.results().get(0));
		run.says("2 trials are there already");
		assertTrue(Arrays.equals(before, Files.readAllBytes(first)));
		assertEquals("model=" + model, run.results().get(5));
		assertEquals(1, ModelArchive.describe(model).training().epochs());
	}

	@Test
	void aTrialThatCannotBeTrainedIsARowWithItsReason() throws IOException {
		tune("space=size: 8; depth: 9; learningRate: 0.001, 0.002").endsWith(0);
		final List<String> table = Files.readAllLines(folder.resolve(
			"study/trials.csv"));
		assertTrue(table.get(2).startsWith("2,search,failed,,,,,0,"), table.get(2));
		assertTrue(table.get(2).contains("'tiny with depth=9' is impossible"), table
			.get(2));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"exact=false | momentum: 0.5, 0.9 | optimizer=sgd",
		"range=0..255 | normalization: percentile, zscore-image | no range" })
	void settingsThatExcludeEachOtherAreARowWithTheReason(final String key,
		final String space, final String told) throws IOException
	{
		tune(key, "space=" + space, "strategy=grid").endsWith(0);
		final List<String> table = Files.readAllLines(folder.resolve(
			"study/trials.csv"));
		assertEquals(3, table.size());
		assertTrue(table.get(2).startsWith("2,search,failed,") && table.get(2)
			.contains(told), table.get(2));
	}

	@Test
	void whatMeansNothingWhereTheTrainingsBeginIsNotVariedUnasked()
		throws IOException
	{
		tune("start=backbone", "unfreeze=head", "space=auto", "network=six-conv",
			"trials=1").endsWith(0).says("Not varied, as they mean nothing beside " +
				"start=backbone unfreeze=head: learningRate, batchSize, weightDecay.");
		final Path other = folder.resolve("other");
		tune("start=auto", "unfreeze=head", "space=batchSize: 8, 16",
			"network=six-conv", "output=" + other).refuses(2,
				"beside start=auto, which is backbone for these images");
	}

	@Test
	void aStudyStaysWhereTheNextOneCannotBegin() throws IOException {
		tune().endsWith(0);
		tune("overwrite=true", "images=" + folder.resolve("none")).refuses(1,
			"none");
		assertEquals("trials=2", tune("resume=true").endsWith(0).results().get(0));
	}

	@Test
	void anotherStudyIsRefusedWithWhatDiffers() throws IOException {
		tune().endsWith(0);
		tune().refuses(1, "has a study already", "resume=true");
		tune("resume=true", "space=learningRate: 0.001..0.1 log").refuses(1,
			"expected space 'learningRate: 0.001..0.01 log'",
			"found 'learningRate: 0.001..0.1 log'");
		tune("resume=true", "seed=2").refuses(1, "expected seed '1', found '2'");
		tune("resume=true", "epochs=2").refuses(1,
			"expected epochs '1', found '2'");
		final Path others = folder.resolve("others");
		TestImages.halves(others, 20, 7);
		tune("resume=true", "images=" + others).refuses(1,
			"expected images and sides '");
		tune("overwrite=true").endsWith(0);
	}

	@Test
	void filesThatAreThereAreNotReplacedUnasked() throws IOException {
		final Path mine = folder.resolve("study/verdict.txt");
		Files.createDirectories(mine.getParent());
		Files.writeString(mine, "mine");
		tune().refuses(1, "verdict.txt", "overwrite=true");
		assertEquals("mine", Files.readString(mine));
	}

	@Test
	void aSecondRunIntoTheSameStudyIsRefused() throws IOException {
		try (OutputClaim claim = OutputClaim.of(folder.resolve(
			"study/study.json")))
		{
			tune().refuses(1, "Another run");
			assertFalse(Files.exists(folder.resolve("study/trials")));
		}
	}

	@Test
	void aRequestThatMakesNoSenseIsRefusedBeforeAnyImageIsRead() {
		final String none = "images=" + folder.resolve("none");
		tune(none, "trials=0").refuses(2, "minutes=0 and trials=0");
		tune(none, "space=").refuses(2, "search space");
		tune(none, "space=speed: 1..2").refuses(2, "learningRate", "speed");
		tune(none, "space=depth: 2").refuses(2, "nothing to search");
		tune(none, "space=depth: 1..2; depth: 1..3").refuses(2, "each name once");
		tune(none, "space=my.yaml").refuses(1, "no search space 'my.yaml'");
		tune(none, "space=size: 1..64").refuses(2, "size to be a whole number " +
			"from 8 to 1024, or 0, found '1'");
		tune(none, "space=size: 0..64").refuses(2, "begin at 8 or above");
		tune(none, "space=size: 0, 4").refuses(2, "found '4'");
		tune(none, "depth=2", "space=start: scratch, backbone").refuses(2,
			"depth=2, found start=backbone");
		tune(none, "start=backbone", "space=depth: 2..3").refuses(2,
			"depth=2, found start=backbone");
		tune(none, "space=start: scratch, my.zip").refuses(1, "my.zip");
		tune(none, "start=backbone", "space=network: tiny, residual").refuses(2,
			"network: tiny, residual beside start=backbone", "the same training");
		tune(none, "start=digits", "unfreeze=head",
			"space=augmentation: none, light; learningRate: 0.001..0.01").refuses(2,
				"found learningRate: 0.001..0.01 beside start=digits unfreeze=head");
		tune(none, "space=unfreeze: head, all").refuses(2,
			"unfreeze: head, all beside start=scratch");
		tune(none, "strategy=luck").refuses(2, "halving", "luck");
		tune(none, "objective=f1").refuses(2, "macro-f1", "f1");
		tune(none, "space=kernelSize: 3..5").refuses(2, "list of odd numbers");
	}
}
