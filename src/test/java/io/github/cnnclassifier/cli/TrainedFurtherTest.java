
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.model.ClassifierDescription;

/** The recipes of docs/training.md for a training that has ended. */
class TrainedFurtherTest {

	@TempDir
	private Path folder;

	private Path images;
	private Path first;
	private Path second;

	@BeforeEach
	void aFirstModel() throws IOException {
		images = TestImages.halves(folder.resolve("images"), 20, 1);
		first = folder.resolve("cells.zip");
		second = folder.resolve("cells2.zip");
		CommandLineRun.train(images, first).endsWith(0);
	}

	/** The line of the documentation. */
	private CommandLineRun further(final String... more) {
		final List<String> words = new ArrayList<>(List.of("train", "images=" +
			images, "start=" + first, "splitFrom=" + first, "model=" + second));
		words.addAll(List.of(more));
		return CommandLineRun.of(words.toArray(String[]::new));
	}

	private static ClassifierDescription describe(final Path model) {
		return ModelArchive.describe(model);
	}

	@Test
	void moreEpochsForTheSameImagesOnTheSameSides() {
		further("unfreeze=all", "epochs=3").endsWith(0);
		assertEquals(describe(first).training().dataset().split(), describe(second)
			.training().dataset().split());
		// the new last layer, and three epochs of all layers
		assertEquals(4, describe(second).training().history().size());
	}

	@Test
	void oneMoreClassAndMoreImagesMoveNoImageToAnotherSide() throws IOException {
		TestImages.halves(images, 30, 1);
		TestImages.classFolder(images, "third", 2, 20, 3000);
		further("unfreeze=all", "epochs=3").endsWith(0).says(
			"40 images stay on their sides");
		assertEquals(List.of("left", "right", "third"), describe(second).labels()
			.names());
		final Map<String, ? extends Collection<String>> after = describe(second)
			.training().dataset().split();
		describe(first).training().dataset().split().forEach((side,
			hashes) -> assertTrue(after.get(side).containsAll(hashes), side));
		CommandLineRun.of("evaluate", "images=" + images, "model=" + second)
			.endsWith(0);
	}

	@Test
	void oneClassLessInSeconds() throws IOException {
		TestImages.classFolder(images, "third", 2, 20, 3000);
		CommandLineRun.train(images, first, "overwrite=true").endsWith(0);
		further("unfreeze=head", "exclude=third").endsWith(0);
		assertEquals(List.of("left", "right"), describe(second).labels().names());
	}
}
