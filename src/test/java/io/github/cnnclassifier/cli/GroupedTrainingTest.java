
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.model.DatasetRecord;

/** Groups and leaks, from the start script to the report. */
class GroupedTrainingTest {

	@TempDir
	private Path folder;

	private Path images(final String pattern, final int groups)
		throws IOException
	{
		final Path root = folder.resolve("images");
		for (int half = 0; half < 2; half++) {
			final String label = half == 0 ? "left" : "right";
			for (int i = 0; i < 20; i++)
				TestImages.png(root.resolve(label).resolve(pattern.formatted(i % groups,
					i)), TestImages.half(half, 100 * half + i));
		}
		return root;
	}

	private static DatasetRecord dataset(final Path model) {
		return ModelArchive.describe(model).training().dataset();
	}

	@Test
	void aClassOfOneGroupIsRefusedAndALeakIsToldEverywhere() throws IOException {
		final Path root = images("field%d_x%02d_y0.png", 1);
		final Path model = folder.resolve("model.zip");
		CommandLineRun.train(root, model).refuses(1, "the class 'left'",
			"belong to one group, 'field0'", "allowLeak=true");
		assertFalse(Files.exists(model));
		final CommandLineRun leaky = CommandLineRun.train(root, model,
			"allowLeak=true").endsWith(0);
		assertTrue(leaky.results().get(2).startsWith("warning: ") && leaky.results()
			.get(2).endsWith("too good."), leaky.toString());
		assertTrue(dataset(model).grouping().leak().contains("'left'"));
		final Path report = folder.resolve("report");
		CommandLineRun.of("evaluate", "images=" + root, "model=" + model,
			"output=" + report).endsWith(0).says("too good");
		assertTrue(Files.readString(report.resolve("report.html")).contains(
			"too good"));
		assertTrue(CommandLineRun.of("info", "model=" + model).toString().contains(
			"too good"));
	}

	@Test
	void theGroupsAndTheTableAreToldBeforeTraining() throws IOException {
		final Path model = folder.resolve("model.zip");
		CommandLineRun.train(images("mouse%d_%02d.png", 5), model).endsWith(0).says(
			"Grouped by animal or patient: 5 groups, for instance 'mouse0' with 8 " +
				"images. groups=none turns this off.").says("all classes").says(
					" in 1 group");
		assertEquals("", dataset(model).grouping().leak());
		assertTrue(dataset(model).grouping().rule().contains("mouse"));
	}

	@Test
	void whatIsNoRuleIsWrongUsage() throws IOException {
		CommandLineRun.train(images("%d_%02d.png", 5), folder.resolve("model.zip"),
			"groups=[0-9]+").refuses(2, "Expected groups to be", "no bracket group");
	}

	@Test
	void trainingAgainWithMoreImagesMovesNone() throws IOException {
		final Path root = images("%d_%02d.png", 20);
		final Path model = folder.resolve("model.zip");
		CommandLineRun.train(root, model).endsWith(0);
		final Map<String, String> before = sides(model);
		TestImages.halves(root, 13, 5000);
		final Path other = folder.resolve("other.zip");
		CommandLineRun.train(root, other, "splitFrom=" + model, "seed=2").endsWith(
			0).says("40 images stay on their sides, 26 are new");
		CommandLineRun.train(root, model, "overwrite=true").endsWith(0).says(
			"40 images stay on their sides");
		for (final Path again : List.of(other, model)) {
			final Map<String, String> after = sides(again);
			assertEquals(66, after.size());
			before.forEach((hash, side) -> assertEquals(side, after.get(hash)));
		}
	}

	@Test
	void aSplitOfOtherImagesIsNotKeptInSilence() throws IOException {
		CommandLineRun.train(images("%d_%02d.png", 20), folder.resolve("model.zip"),
			"splitFrom=digits").endsWith(0).says(
				"'digits', knows none of these images");
	}

	private static Map<String, String> sides(final Path model) {
		final Map<String, String> sides = new HashMap<>();
		dataset(model).split().forEach((side, hashes) -> hashes.forEach(h -> sides
			.put(h, side)));
		return sides;
	}
}
