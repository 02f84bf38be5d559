
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a new model is saved. */
class ModelNameTest {

	@TempDir
	Path folder;

	@Test
	void aMistypedFolderIsNamedAndNotMade() throws IOException {
		final Path images = TestImages.halves(folder.resolve("images"), 10, 1);
		final Path mistyped = folder.resolve("modles");
		CommandLineRun.train(images, mistyped.resolve("a.zip")).refuses(1,
			"Expected the folder of the model to exist", mistyped.toString());
		assertTrue(Files.notExists(mistyped));
	}

	@Test
	void aNameWithoutAnEndingGetsOne() throws IOException {
		final Path images = TestImages.halves(folder.resolve("images"), 10, 1);
		final Path model = folder.resolve("cells.zip");
		final CommandLineRun run = CommandLineRun.train(images, folder.resolve(
			"cells"), "epochs=1").endsWith(0).says("saved as '" + model + "'");
		assertEquals("model=" + model, run.results().get(0));
		assertTrue(Files.exists(model));
		CommandLineRun.train(images, folder.resolve("cells"), "epochs=1").refuses(1,
			"cells.zip' exists already");
	}
}
