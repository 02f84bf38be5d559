
package io.github.cnnclassifier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.imagej.reader.TinyTiff;
import io.github.cnnclassifier.imagej.reader.TinyTiff.Page;

/** Files that are read, though not all that is in them. */
class RemarkedFilesTest {

	@TempDir
	private Path folder;

	@Test
	void pagesThatAreLeftOutAreTold() throws IOException {
		final Path images = Files.createDirectory(folder.resolve("images"));
		Files.write(images.resolve("pages.tif"), TinyTiff.file(new Page(28, 28, 8)
			.strips(new byte[28 * 28]), new Page(1, 1, 8).strips(new byte[1])));
		CommandLineRun.of("classify-folder", "images=" + images, "model=digits",
			"output=" + folder.resolve("t.csv")).endsWith(0).says(
				"'pages.tif': Page 2 (1 x 1 pixels)");
	}
}
