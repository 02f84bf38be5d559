
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import ij.gui.OvalRoi;
import ij.io.RoiEncoder;

/** A run that saves regions and does not come to its end. */
@Timeout(120)
class KilledRegionsTest {

	private static final int COUNT = 3000;

	@TempDir
	private Path folder;

	private Path regions() {
		return folder.resolve("regions");
	}

	private String[] words(final boolean overwrite) throws IOException {
		final Path image = folder.resolve("field.png");
		TestImages.png(image, TestImages.half(0, 1));
		final Path zip = folder.resolve("rois.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(
			zip)))
		{
			for (int i = 0; i < COUNT; i++) {
				out.putNextEntry(new ZipEntry("cell-" + (i + 1) + ".roi"));
				out.write(RoiEncoder.saveAsByteArray(new OvalRoi(i % 20, i / 20 % 20,
					3 + i / 400, 4)));
			}
		}
		return new String[] { "save-rois", "image=" + image, "rois=" + zip,
			"output=" + regions(), "overwrite=" + overwrite };
	}

	/** Finished ones; others come and go meanwhile. */
	private List<String> files() {
		final String[] names = regions().resolve("cell").toFile().list((folder,
			name) -> name.matches("[^.].*\\.tif"));
		return names == null ? List.of() : Arrays.stream(names).map(
			name -> "cell/" + name).sorted().toList();
	}

	private List<String> listed() throws IOException {
		return Files.readAllLines(regions().resolve("regions.csv")).stream().skip(1)
			.map(row -> row.substring(0, row.indexOf(','))).sorted().toList();
	}

	@Test
	void whatIsThereAfterAKillIsListedAndNotSavedAgain() throws Exception {
		final Process process = ChildProcess.of(words(false)).redirectErrorStream(
			true).redirectOutput(folder.resolve("log").toFile()).start();
		try {
			while (files().size() < 20) {
				assertTrue(process.isAlive(), "too fast to be killed");
				TimeUnit.MILLISECONDS.sleep(2);
			}
		}
		finally {
			process.destroyForcibly();
			assertTrue(process.waitFor(30, TimeUnit.SECONDS));
		}
		final List<String> saved = files();
		assertTrue(saved.size() < COUNT, saved.size() + " files");
		assertTrue(listed().containsAll(saved));
		CommandLineRun.of(words(false)).refuses(1, "was saved before",
			"overwrite=true");
		CommandLineRun.of(words(true)).endsWith(0);
		assertEquals(COUNT, files().size());
		assertEquals(files(), listed());
	}
}
