
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.imagej.reader.PngFile;

/**
 * One image that does not fit the memory, and one that claims a size that it
 * cannot have, among good ones: each is a row with a reason in every command.
 */
class TooLargeImagesTest {

	private static final int SIDE = 40000;
	private static final String LARGE = "The image of 40000 x 40000 pixels is " +
		"too large for the memory";

	@TempDir
	Path folder;

	private Path images;
	private Path large;

	@BeforeEach
	void prepare() throws IOException {
		images = TestImages.halves(folder.resolve("images"), 8, 1);
		large = images.resolve("left/large.png");
		final byte[] data = new byte[1 << 21];
		new Random(1).nextBytes(data);
		Files.write(large, new PngFile(SIDE, SIDE, 8, PngFile.GRAY).chunk("IDAT",
			data).rows());
		Files.write(images.resolve("right/bomb.png"), new PngFile(SIDE, SIDE, 8,
			PngFile.GRAY).rows(new int[1]));
	}

	private static void listed(final CommandLineRun run) {
		run.endsWith(3).says("'left/large.png': " + LARGE).says(
			"'right/bomb.png': The file is damaged").says("2 files failed");
	}

	@Test
	void everyCommandOfManyImagesGoesOn() throws IOException {
		final Path model = folder.resolve("model.zip");
		listed(CommandLineRun.train(images, model, "epochs=1"));
		listed(CommandLineRun.of("evaluate", "images=" + images, "model=" + model,
			"split=all", "allowTrained=true"));
		final CommandLineRun inspection = CommandLineRun.of("inspect", "images=" +
			images, "output=" + folder.resolve("report")).endsWith(3);
		assertTrue(inspection.results().stream().anyMatch(line -> line.contains(
			"'left/large.png' - " + LARGE)));
		final Path csv = folder.resolve("t.csv");
		final String[] words = { "classify-folder", "images=" + images, "model=" +
			model, "output=" + csv };
		assertEquals(List.of("output=" + csv + " classified=16 failed=2 unknown=0"),
			CommandLineRun.of(words).endsWith(3).results());
		assertTrue(Files.readAllLines(csv).stream().anyMatch(row -> row.startsWith(
			"left/large.png,,") && row.contains(LARGE)));
		assertEquals(List.of("output=" + csv + " classified=16 failed=2 unknown=0"),
			CommandLineRun.of(words[0], words[1], words[2], words[3], "resume=true")
				.endsWith(3).results());
	}

	@Test
	void aSingleImageIsRefusedByName() {
		CommandLineRun.of("classify-image", "image=" + large, "model=digits")
			.refuses(1, "large.png", LARGE);
	}
}
