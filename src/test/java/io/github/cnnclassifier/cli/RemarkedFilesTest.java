
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.imagej.reader.TinyTiff;
import io.github.cnnclassifier.imagej.reader.TinyTiff.Page;

/** Files that are read, though not all that is in them. */
class RemarkedFilesTest {

	private static final int PHOTOMETRIC = 262;

	@TempDir
	private Path folder;

	private Path pages;
	private Path labels;

	@BeforeEach
	void makeFiles() throws IOException {
		pages = Files.write(Files.createDirectory(folder.resolve("images")).resolve(
			"pages.tif"), TinyTiff.file(new Page(28, 28, 8).strips(new byte[28 * 28]),
				new Page(1, 1, 8).strips(new byte[1])));
		final byte[] square = new byte[28 * 28];
		square[30] = 1;
		labels = Files.write(folder.resolve("labels.tif"), TinyTiff.file(new Page(
			28, 28, 8).strips(square).with(PHOTOMETRIC, 0)));
	}

	@Test
	void pagesThatAreLeftOutAreTold() {
		CommandLineRun.of("classify-folder", "images=" + pages.getParent(),
			"model=digits", "output=" + folder.resolve("t.csv")).endsWith(0).says(
				"'pages.tif': Page 2 (1 x 1 pixels)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "classify-image model=digits",
		"classify-rois model=digits rois=LABELS output=NEW.csv",
		"map-classes model=digits output=NEW.tif",
		"preprocess model=digits output=NEW.tif",
		"save-rois rois=LABELS output=NEW className=a",
		"preview-augmentation output=NEW.tif" })
	void everyCommandTellsItOfItsImageOnce(final String line) {
		final List<String> words = new ArrayList<>(List.of(line.replace("LABELS",
			labels.toString()).replace("NEW", folder.resolve("new").toString()).split(
				" ")));
		words.add("image=" + pages);
		final CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new))
			.endsWith(0);
		assertEquals(1, told(run, "'" + pages + "': Page 2 (1 x 1 pixels)"), run
			.toString());
		assertEquals(line.contains("LABELS") ? 1 : 0, told(run, "'" + labels +
			"': It is shown with 0 as white"), run.toString());
	}

	private static long told(final CommandLineRun run, final String text) {
		return run.messages().stream().filter(m -> m.startsWith(text)).count();
	}
}
