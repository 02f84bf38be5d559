
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.model.ClassifierDescription;

/**
 * What a model has learned from is no test of a model that starts from it, nor
 * of one that starts from that.
 */
class TrainedFromParentTest {

	@TempDir
	private Path folder;

	private Path images;
	private Path first;
	private Path second;

	@BeforeEach
	void aFirstModel() throws IOException {
		images = TestImages.halves(folder.resolve("images"), 20, 1);
		first = folder.resolve("m1.zip");
		second = folder.resolve("m2.zip");
		CommandLineRun.train(images, first, "epochs=1", "seed=1").endsWith(0);
	}

	private static ClassifierDescription describe(final Path model) {
		return ModelArchive.describe(model);
	}

	private static Set<String> on(final Path model, final String... sides) {
		final Map<String, List<String>> split = describe(model).training().dataset()
			.split();
		final Set<String> hashes = new HashSet<>();
		for (final String side : sides)
			hashes.addAll(split.get(side));
		return hashes;
	}

	private static void assertHoldsOutNothingOf(final Path model,
		final Set<String> learned)
	{
		final Set<String> heldOut = on(model, "validation", "test");
		assertFalse(heldOut.isEmpty());
		heldOut.retainAll(learned);
		assertEquals(Set.of(), heldOut);
	}

	private CommandLineRun further(final Path from, final Path to,
		final Path source, final String... more)
	{
		final List<String> words = new ArrayList<>(List.of("start=" + from,
			"unfreeze=head", "seed=2"));
		words.addAll(List.of(more));
		return CommandLineRun.train(source, to, words.toArray(String[]::new));
	}

	private static CommandLineRun evaluate(final Path source, final Path model,
		final String... more)
	{
		final List<String> words = new ArrayList<>(List.of("evaluate", "images=" +
			source, "model=" + model));
		words.addAll(List.of(more));
		return CommandLineRun.of(words.toArray(String[]::new));
	}

	@Test
	void theHiddenSideOfTheSecondModelIsNewToTheFirst() {
		further(first, second, images).endsWith(0).says(
			"has learned from 28 of these images");
		assertHoldsOutNothingOf(second, on(first, "training"));
		assertEquals(on(first, "test"), on(second, "test"));
		final CommandLineRun run = evaluate(images, second).endsWith(0);
		assertTrue(run.results().get(0).endsWith(" n=6"), run.toString());
		assertFalse(run.toString().contains("too good"), run.toString());
	}

	@Test
	void aModelRemembersWhatTheOnesBeforeItHadLearned() throws IOException {
		final Path others = TestImages.halves(folder.resolve("others"), 20, 500);
		further(first, second, others).endsWith(0);
		evaluate(images, second).refuses(1, "found 28 of 40 that it, or a model " +
			"it started from, was trained with", "allowTrained=true");
		final CommandLineRun insisted = evaluate(images, second,
			"allowTrained=true").endsWith(0);
		assertTrue(insisted.toString().contains("too good"), insisted.toString());
		final Path third = folder.resolve("m3.zip");
		further(second, third, images).endsWith(0);
		assertHoldsOutNothingOf(third, on(first, "training"));
		CommandLineRun.of("info", "model=" + third).endsWith(0).results().stream()
			.filter(line -> line.contains("learned by the models it started from"))
			.filter(line -> line.contains("56 images")).findFirst().orElseThrow();
		CommandLineRun.of("compare", "images=" + images, "model=" + first,
			"other=" + second, "split=all").endsWith(0).says(
				"28 images are left out");
	}

	@Test
	void whoInsistsGetsAModelThatSaysSo() throws IOException {
		CommandLineRun.train(images, first, "epochs=1", "learnFrom=all",
			"overwrite=true").endsWith(0);
		further(first, second, images, "splitFrom=" + first).refuses(1,
			"has learned from 6 of these", "Leave out splitFrom", "allowLeak=true");
		assertFalse(Files.exists(second));
		final CommandLineRun run = further(first, second, images, "splitFrom=" +
			first, "allowLeak=true").endsWith(0);
		assertTrue(run.results().stream().anyMatch(line -> line.startsWith(
			"warning: The model 'm1.zip'")), run.toString());
		final CommandLineRun evaluated = evaluate(images, second).endsWith(0);
		evaluated.says("the figures of this model are too good");
		further(first, second, images, "overwrite=true").endsWith(0);
		assertHoldsOutNothingOf(second, on(first, "training", "validation"));
	}

	@Test
	void aCrossValidationDoesNotHoldOutWhatItsStartHasLearned() {
		final Path output = folder.resolve("folds");
		final List<String> words = new ArrayList<>(List.of("cross-validate",
			"images=" + images, "output=" + output, "folds=2", "start=" + first,
			"unfreeze=head"));
		CommandLineRun.of(words.toArray(String[]::new)).refuses(1,
			"has learned from 28 of these 40", "start=scratch", "allowLeak=true");
		words.add("allowLeak=true");
		final CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new))
			.endsWith(0);
		assertTrue(run.results().stream().anyMatch(line -> line.startsWith(
			"warning: The model 'm1.zip'") && line.contains("too good")), run
				.toString());
	}

	@Test
	void aLearningCurveDoesNotBeginWithWhatItsStartHasLearned() {
		CommandLineRun.of("learning-curve", "images=" + images, "output=" + folder
			.resolve("curve"), "start=" + first, "unfreeze=head").refuses(1,
				"has learned from 28 of these 40", "what more of them bring");
	}

	@Test
	void aSearchJudgesByImagesThatNoneOfItsStartsHasLearned() {
		final List<String> words = new ArrayList<>(List.of("tune", "images=" +
			images, "output=" + folder.resolve("study"), "seed=5", "network=tiny",
			"epochs=1", "unfreeze=head", "minutes=0", "trials=2", "strategy=grid",
			"space=start: scratch, " + first));
		CommandLineRun.of(words.toArray(String[]::new)).refuses(1,
			"has learned from", "splitFrom");
		words.add("splitFrom=" + first);
		CommandLineRun.of(words.toArray(String[]::new)).endsWith(0);
	}

	@Test
	void aSearchFromOneModelHasItsSidesAndSoHasTheModelOfTheWinner() {
		CommandLineRun.of("tune", "images=" + images, "output=" + folder.resolve(
			"study"), "seed=5", "start=" + first, "unfreeze=head", "minutes=0",
			"trials=1", "space=augmentation: none, light", "model=" + second)
			.endsWith(0).says("has learned from 28 of these images");
		assertHoldsOutNothingOf(second, on(first, "training"));
	}
}
