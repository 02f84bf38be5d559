
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two models on the same images. */
class ComparedModelsTest {

	@TempDir
	static Path folder;

	private static Path first;
	private static Path second;
	private static Path fresh;
	private static Path good;
	private static Path bad;
	private static Path ofThree;

	/** One has learned the halves, the other one the opposite of them. */
	@BeforeAll
	static void train() throws IOException {
		first = TestImages.halves(folder.resolve("first"), 16, 1);
		second = folder.resolve("second");
		TestImages.classFolder(second, "left", 1, 16, 5001);
		TestImages.classFolder(second, "right", 0, 16, 6001);
		fresh = TestImages.halves(folder.resolve("fresh"), 12, 9001);
		good = folder.resolve("good.zip");
		bad = folder.resolve("bad model.zip");
		CommandLineRun.train(first, good, "epochs=8").endsWith(0);
		CommandLineRun.train(second, bad, "epochs=8").endsWith(0);
		final Path three = folder.resolve("three");
		TestImages.classFolder(three, "up", 1, 6, 7001);
		TestImages.classFolder(three, "down", 0, 6, 8001);
		ofThree = folder.resolve("three.zip");
		CommandLineRun.train(three, ofThree, "epochs=1").endsWith(0);
	}

	private static CommandLineRun compare(final Path images, final Path model,
		final Path other, final String... more)
	{
		final List<String> words = new ArrayList<>(List.of("compare", "model=" +
			model, "other=" + other));
		if (images != null) words.add("images=" + images);
		words.addAll(List.of(more));
		return CommandLineRun.of(words.toArray(String[]::new));
	}

	private static int images(final CommandLineRun run) {
		return Integer.parseInt(run.results().get(0).replaceFirst(
			"images=(\\d+) .*", "$1"));
	}

	@Test
	void tellsWhichOneIsBetterAndWhereTheyDoNotAgree() throws IOException {
		final Path output = folder.resolve("comparison");
		final CommandLineRun run = compare(fresh, good, bad, "output=" + output)
			.endsWith(0).says("good.zip is better.");
		assertEquals(24, images(run));
		assertTrue(run.results().get(1).matches("figure=accuracy model=\\S+ " +
			"other=\\S+ other_minus_model=-\\S+ low=-\\S+ high=-\\S+"), run
				.toString());
		assertTrue(run.results().get(2).startsWith("figure=balanced_accuracy "), run
			.toString());
		final List<String> all = Files.readAllLines(output.resolve(
			"disagreements.csv"));
		assertEquals("file,group,actual,model_class,model_confidence,other_class," +
			"other_confidence,right", all.get(0));
		assertTrue(all.size() > 15, all.toString());
		assertEquals("images,both_right,only_model_right,only_other_right," +
			"neither_right,mcnemar_p,units", Files.readAllLines(output.resolve(
				"paired.csv")).get(0));
		for (final String name : List.of("comparison.csv", "classes.csv",
			"groups.csv"))
			assertTrue(Files.exists(output.resolve(name)), name);
		final String page = Files.readString(output.resolve("comparison.html"));
		assertTrue(page.contains("Comparison of good.zip and bad model.zip"));
		assertTrue(page.contains("src=\"data:image/png"));
		compare(fresh, good, bad, "output=" + output).refuses(1, "exists already");
	}

	@Test
	void whatOneOfThemHasLearnedFromIsLeftOut() {
		final CommandLineRun all = compare(first, good, bad, "split=all").endsWith(
			0).says("left out, as one of the models has learned from them.");
		final CommandLineRun auto = compare(first, good, bad).endsWith(0);
		assertTrue(images(auto) < images(all) && images(all) < 20, all + "\n" +
			auto);
		assertEquals(images(auto), images(compare(first, bad, good).endsWith(0)),
			"whichever is named first");
		assertEquals(images(all) - images(auto), images(compare(first, good, bad,
			"split=validation").endsWith(0)));
		compare(first, good, bad, "split=training").refuses(2, "'split'",
			"validation", "'training'");
	}

	@Test
	void aModelIsAsGoodAsItself() {
		final CommandLineRun run = compare(fresh, good, good).endsWith(0).says(
			"These images do not tell which one is better.");
		assertTrue(run.results().get(0).contains("only_model_right=0 " +
			"only_other_right=0"), run.toString());
		assertTrue(run.results().get(0).endsWith("mcnemar_p=1"), run.toString());
	}

	/** Sides that the images declare are those of the model. */
	@Test
	void imagesThatAreAllLearnedAreRefused() throws IOException {
		final Path sided = folder.resolve("sided");
		TestImages.halves(sided.resolve("train"), 10, 3001);
		TestImages.halves(sided.resolve("validation"), 4, 4001);
		final Path model = folder.resolve("sided.zip");
		CommandLineRun.train(sided, model).endsWith(0);
		compare(sided.resolve("train"), model, good).refuses(1,
			"neither model has learned from", "20 were learned by one of them");
		compare(sided.resolve("validation"), good, model).refuses(1,
			"split=auto asks for. Use split=all");
		assertEquals(8, images(compare(sided.resolve("validation"), good, model,
			"split=all").endsWith(0)));
	}

	@Test
	void classesMustBeInCommon() {
		compare(fresh, good, ofThree).refuses(1, "two classes in common",
			"'left', 'right'", "'down', 'up'");
	}

	@Test
	void groupsCountAsOne() throws IOException {
		final Path output = folder.resolve("grouped");
		compare(fresh, good, bad, "output=" + output, "groups=/0(\\d)").endsWith(0);
		final List<String> groups = Files.readAllLines(output.resolve(
			"groups.csv"));
		assertEquals(3, groups.size(), groups.toString());
		assertTrue(groups.get(1).startsWith("0,20,"), groups.toString());
		assertTrue(Files.readAllLines(output.resolve("paired.csv")).get(1).endsWith(
			",2"));
	}

	@Test
	void twoTablesOfPredictionsAreComparedToo() throws IOException {
		final Path one = folder.resolve("of good");
		final Path two = folder.resolve("of bad");
		for (final Path output : List.of(one, two))
			CommandLineRun.of("evaluate", "images=" + fresh, "model=" + (output
				.equals(one) ? good : bad), "output=" + output).endsWith(0);
		final CommandLineRun tables = compare(null, one.resolve("predictions.csv"),
			two.resolve("predictions.csv")).endsWith(0).says(
				"Tables do not tell which images a model has learned from");
		final CommandLineRun models = compare(fresh, good, bad).endsWith(0);
		assertEquals(models.results().subList(0, 3), tables.results().subList(0,
			3));
		compare(null, one.resolve("predictions.csv"), bad).refuses(2,
			"two models, or two tables");
		assertFalse(tables.results().get(3).contains("left out"));
	}

	@Test
	void modelsNeedImages() {
		compare(null, good, bad).refuses(2, "'images'", "found nothing");
		compare(folder.resolve("nowhere"), good, bad).refuses(1, "nowhere");
		compare(fresh, good, folder.resolve("none.zip")).refuses(1, "none.zip");
	}

	@Test
	void correctionsThatCountAreToldOf() throws IOException {
		final Path corrected = TestImages.halves(folder.resolve("corrected"), 6,
			9501);
		Files.writeString(corrected.resolve("corrections.csv"),
			"path,class,decision,newClass\nleft/000.png,left,class,right\n");
		final Path output = folder.resolve("of corrected");
		compare(corrected, good, bad, "output=" + output).endsWith(0).says(
			"The true classes are those of corrections.csv for 1 entry");
		assertTrue(Files.readString(output.resolve("comparison.html")).contains(
			"The true classes are those of corrections.csv for 1 entry"));
		assertTrue(Files.readString(output.resolve("comparison.html")).contains(
			"Corrected classes"));
		assertTrue(Files.readString(output.resolve("corrections_used.csv"))
			.contains("left/000.png,left,right,class"));
	}
}
