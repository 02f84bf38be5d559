
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which images evaluate measures on. */
class EvaluatedImagesTest {

	private static final String TOO_GOOD = "the figures are too good";

	@TempDir
	static Path folder;

	private static Path plain;
	private static Path sided;
	private static Path fresh;
	private static Path ofPlain;
	private static Path ofSided;

	@BeforeAll
	static void train() throws IOException {
		plain = TestImages.halves(folder.resolve("plain"), 20, 1);
		sided = folder.resolve("sided");
		TestImages.halves(sided.resolve("train"), 10, 5001);
		TestImages.halves(sided.resolve("validation"), 4, 6001);
		TestImages.halves(sided.resolve("test"), 5, 7001);
		fresh = TestImages.halves(folder.resolve("fresh"), 7, 9001);
		ofPlain = folder.resolve("plain.zip");
		ofSided = folder.resolve("sided.zip");
		CommandLineRun.train(plain, ofPlain).endsWith(0);
		CommandLineRun.train(sided, ofSided).endsWith(0);
	}

	private static CommandLineRun evaluate(final Path images, final Path model,
		final String... more)
	{
		final List<String> words = new ArrayList<>(List.of("evaluate", "images=" +
			images, "model=" + model));
		words.addAll(List.of(more));
		return CommandLineRun.of(words.toArray(String[]::new));
	}

	private static void measures(final int images, final boolean tooGood,
		final CommandLineRun run)
	{
		run.endsWith(0);
		assertTrue(run.results().get(0).endsWith(" n=" + images), run.toString());
		if (tooGood) run.says(TOO_GOOD);
		else assertFalse(run.toString().contains(TOO_GOOD), run.toString());
	}

	@Test
	void theImagesOwnTestSideComesFirst() {
		measures(10, false, evaluate(sided, ofSided));
		measures(10, false, evaluate(sided, ofPlain));
	}

	@Test
	void theReportShowsThePictureOfEachError() throws IOException {
		final Path images = TestImages.halves(folder.resolve("two wrong"), 5, 31);
		for (int i = 0; i < 2; i++)
			Files.move(images.resolve("left/00" + i + ".png"), images.resolve(
				"right/wrong" + i + ".png"));
		final Path report = folder.resolve("report of two");
		evaluate(images, ofPlain, "output=" + report).endsWith(0).says(
			"The report is in '" + report.resolve("report.html") + "'.");
		final String page = Files.readString(report.resolve("report.html"));
		for (int i = 0; i < 2; i++)
			assertTrue(page.contains("alt=\"right/wrong" + i +
				".png\" src=\"data:image/png;base64,"), page);
		assertFalse(page.contains("alt=\"left/"));
	}

	@Test
	void theModelsOwnImagesAreMeasuredOnItsStoredTestSide() {
		measures(6, false, evaluate(plain, ofPlain));
	}

	@Test
	void otherImagesAreMeasuredAllTogether() {
		measures(14, false, evaluate(fresh, ofPlain));
		measures(40, false, evaluate(plain, ofSided));
	}

	@Test
	void splitOverridesAndWarnsOfTrainingImages() {
		measures(40, true, evaluate(plain, ofPlain, "split=all"));
		measures(28, false, evaluate(plain, ofPlain, "split=training"));
		measures(6, false, evaluate(plain, ofPlain, "split=validation"));
		measures(38, true, evaluate(sided, ofSided, "split=all"));
		measures(8, false, evaluate(sided, ofSided, "split=validation"));
	}

	@Test
	void trainingImagesUnderAnotherNameAreNoticed() {
		measures(20, true, evaluate(sided.resolve("train"), ofSided, "split=all"));
	}

	@Test
	void aSideThatNobodyKnowsIsRefused() {
		evaluate(fresh, ofPlain, "split=test").refuses(1, "declare a test side",
			"split=all");
	}

	@Test
	void aSideOfWhichNoImageIsThereIsRefused() throws IOException {
		final Path part = folder.resolve("part");
		TestImages.halves(part, 20, 1);
		final Path output = folder.resolve("part-evaluation");
		evaluate(part, ofPlain, "output=" + output).endsWith(0);
		for (final String row : Files.readAllLines(output.resolve(
			"predictions.csv")))
			Files.deleteIfExists(part.resolve(row.substring(0, row.indexOf(','))));
		evaluate(part, ofPlain, "split=test").refuses(1,
			"None of these 34 images is on the " + "model's test side",
			"split=validation or split=all");
		measures(34, true, evaluate(part, ofPlain));
	}

	@Test
	void classesThatTheModelDoesNotKnowAreRefused() throws IOException {
		final Path other = folder.resolve("other");
		TestImages.classFolder(other, "left", 0, 2, 8001);
		TestImages.classFolder(other, "middle", 1, 2, 8101);
		evaluate(other, ofPlain).refuses(1, "'left', 'right'", "'middle'",
			"exclude=");
	}

	/** As an earlier version wrote it: hashes of another kind. */
	private static Path early(final Path model) throws IOException {
		final Path early = folder.resolve("early.zip");
		Files.copy(model, early, StandardCopyOption.REPLACE_EXISTING);
		try (FileSystem zip = FileSystems.newFileSystem(early)) {
			final Path json = zip.getPath("classifier.json");
			Files.writeString(json, Files.readString(json).replaceAll(
				"\"v([0-9a-f]{15})\"", "\"0$1\""));
		}
		return early;
	}

	@Test
	void aModelOfTheFirstVersionKnowsNoImages() throws IOException {
		final Path early = early(ofPlain);
		evaluate(plain, early).refuses(1, "earlier version", "split=all");
		evaluate(plain, early, "split=test").refuses(1, "split=all");
		measures(40, true, evaluate(plain, early, "split=all"));
		measures(10, true, evaluate(sided, early));
		CommandLineRun.train(plain, folder.resolve("next.zip"), "splitFrom=" +
			early).refuses(1, "earlier version", "Make a new split");
	}
}
