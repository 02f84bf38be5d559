
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
	void trainingImagesAreRefusedAsATestUnlessSomebodyInsists()
		throws IOException
	{
		evaluate(plain, ofPlain, "split=all").refuses(1, "found 28 of 40",
			"split=test", "allowTrained=true");
		evaluate(sided, ofSided, "split=all").refuses(1, "found 20 of 38");
		final Path report = folder.resolve("insisted");
		measures(40, true, evaluate(plain, ofPlain, "split=all",
			"allowTrained=true", "output=" + report));
		assertTrue(Files.readString(report.resolve("report.html")).contains(
			"<p class=\"alarm\" role=\"alert\">28 of the 40 evaluated images"));
		assertEquals(28, Files.readAllLines(report.resolve("predictions.csv"))
			.stream().filter(row -> row.endsWith(",all images,true")).count());
		assertTrue(Files.readAllLines(report.resolve("metrics.csv")).contains(
			"trained_on,40,40,,,,28,overall"));
		CommandLineRun.of("evaluate", "predictions=" + report.resolve(
			"predictions.csv")).refuses(1, "found 28 of 40", "allowTrained=true");
		measures(40, true, CommandLineRun.of("evaluate", "predictions=" + report
			.resolve("predictions.csv"), "allowTrained=true"));
	}

	@Test
	void splitNamesASide() {
		measures(28, true, evaluate(plain, ofPlain, "split=training"));
		measures(6, false, evaluate(plain, ofPlain, "split=validation"));
		measures(8, false, evaluate(sided, ofSided, "split=validation"));
	}

	@Test
	void trainingImagesUnderAnotherNameAreNoticed() {
		evaluate(sided.resolve("train"), ofSided, "split=all").refuses(1,
			"found 20 of 20", "Take other images. With");
		measures(20, true, evaluate(sided.resolve("train"), ofSided, "split=all",
			"allowTrained=true"));
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
		evaluate(part, ofPlain).refuses(1, "found 28 of 34", "Take other images.");
		measures(34, true, evaluate(part, ofPlain, "allowTrained=true"));
	}

	@Test
	void classesThatTheModelDoesNotKnowAreRefused() throws IOException {
		final Path other = folder.resolve("other");
		TestImages.classFolder(other, "left", 0, 2, 8001);
		TestImages.classFolder(other, "middle", 1, 2, 8101);
		evaluate(other, ofPlain).refuses(1, "'left', 'right'", "'middle'",
			"exclude=");
	}

	@Test
	void imagesOfOneClassAndASingleImageAreEvaluated() throws IOException {
		final Path one = folder.resolve("one class");
		TestImages.classFolder(one, "right", 1, 4, 12001);
		final Path report = folder.resolve("report of one class");
		measures(4, false, evaluate(one, ofPlain, "output=" + report).says(
			"No image is evaluated of 'left'").says("figures are 0/0"));
		assertFalse(Files.readString(report.resolve("figures.csv")).contains(
			"NaN"));
		TestImages.classFolder(one, "left", 0, 1, 12101);
		measures(5, false, evaluate(one, ofPlain));
	}

	@Test
	void imagesWithoutClassesArePredictedAndNothingElse() throws IOException {
		final Path flat = folder.resolve("flat");
		for (int i = 0; i < 3; i++)
			TestImages.png(flat.resolve(i + ".png"), TestImages.half(1, 13001 + i));
		Files.writeString(flat.resolve("bad.png"), "no image");
		final Path report = folder.resolve("report of none");
		final CommandLineRun run = evaluate(flat, ofPlain, "output=" + report)
			.endsWith(3).says("predictions, and no figures").says(
				"No result for 'bad.png'");
		assertEquals(List.of("labeled=0 predicted=3"), run.results());
		try (Stream<Path> files = Files.list(report)) {
			assertEquals(List.of("predictions.csv"), files.map(file -> file
				.getFileName().toString()).toList());
		}
		final Path table = report.resolve("predictions.csv");
		assertTrue(Files.readAllLines(table).get(1).startsWith("0.png,,right,"));
		assertEquals(List.of("labeled=0 predicted=3"), CommandLineRun.of("evaluate",
			"predictions=" + table).endsWith(3).says(
				"have no class in the column actual").results());
	}

	@Test
	void imagesOfOneGroupMakeTheIntervalWider() throws IOException {
		final Path listed = Files.writeString(folder.resolve("list.csv"),
			"path,class,group\n" + Stream.of("left", "right").flatMap(
				label -> IntStream.range(0, 7).mapToObj(i -> "fresh/" + label + "/00" +
					i + ".png," + label + ",mouse" + i % 2 + "\n")).collect(Collectors
						.joining()));
		final Path report = folder.resolve("report of groups");
		measures(14, false, evaluate(listed, ofPlain, "output=" + report).says(
			"The intervals are of 2 groups"));
		final List<String> rows = Files.readAllLines(report.resolve("figures.csv"));
		assertTrue(rows.get(1).endsWith(",14,2,all images"), rows.get(1));
		assertTrue(Files.readAllLines(report.resolve("predictions.csv")).get(1)
			.contains(",mouse0,all images,false"));
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
