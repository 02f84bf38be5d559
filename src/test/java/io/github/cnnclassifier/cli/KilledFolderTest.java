
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.imagej.reader.LabeledTiff;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.folder.ClassifyFolder;
import io.github.cnnclassifier.workflow.folder.NameFilter;

/** A run over a folder that does not come to its end. */
@Timeout(120)
class KilledFolderTest {

	private static final int COUNT = 2500;

	@TempDir
	Path folder;

	private Path images;
	private Path csv;
	private Path partial;

	@BeforeEach
	void prepare() throws IOException {
		images = folder.resolve("images");
		csv = folder.resolve("out/classes.csv");
		partial = folder.resolve("out/classes.csv.partial");
		for (int i = 0; i < COUNT; i++) {
			final Path image = images.resolve("%d/%04d.png".formatted(i % 10, i));
			Files.createDirectories(image.getParent());
			Files.copy(Path.of("sample-images/digits/%1$d/%1$d_%2$03d.png".formatted(
				i % 10, i / 10 % 70)), image);
		}
	}

	private String[] words(final Path output, final String more) {
		return new String[] { "classify-folder", "images=" + images, "model=digits",
			"output=" + output, more };
	}

	/** Rows that are there while the process runs. */
	private void awaitRows(final Process process) throws IOException,
		InterruptedException
	{
		while (!Files.exists(partial) || Files.size(partial) < 2000) {
			assertTrue(process.isAlive(), "too fast to be killed");
			TimeUnit.MILLISECONDS.sleep(2);
		}
	}

	private void goesOnToTheSameTable() throws IOException {
		assertFalse(Files.exists(csv));
		final long rows = Files.readString(partial).lines().count() - 2;
		assertTrue(rows > 1 && rows < COUNT, rows + " rows");
		CommandLineRun.of(words(csv, "resume=true")).endsWith(0).says(
			" answers are there already");
		final Path whole = folder.resolve("whole.csv");
		CommandLineRun.of(words(whole, "resume=false")).endsWith(0);
		final List<String> expected = Files.readAllLines(whole);
		final List<String> found = Files.readAllLines(csv);
		assertEquals(COUNT + 1, found.size());
		// other batches, so the last digit of a probability may be another
		for (int i = 0; i < expected.size(); i++) {
			final String[] a = expected.get(i).split(",");
			final String[] b = found.get(i).split(",");
			assertEquals(a[0] + a[1], b[0] + b[1]);
			if (i > 0) assertEquals(Double.parseDouble(a[2]), Double.parseDouble(
				b[2]), 1.5e-4);
		}
		assertFalse(Files.exists(partial));
	}

	@Test
	void afterAKillTheRestIsDone() throws Exception {
		final Process process = ChildProcess.of(words(csv, "resume=true"))
			.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile())
			.start();
		try {
			awaitRows(process);
			CommandLineRun.of(words(csv, "resume=true")).refuses(1,
				"Another run is writing");
		}
		finally {
			process.destroyForcibly();
			assertTrue(process.waitFor(30, TimeUnit.SECONDS));
		}
		goesOnToTheSameTable();
	}

	@Test
	void afterEscapeTheRestIsDone() throws Exception {
		final StringBuilder told = new StringBuilder();
		final Progress canceling = new Progress() {

			private volatile boolean canceled;

			@Override
			public void update(final double fraction, final String status) {
				canceled |= fraction > 0.2;
			}

			@Override
			public void message(final String line) {
				told.append(line).append('\n');
			}

			@Override
			public boolean isCanceled() {
				return canceled;
			}
		};
		final ClassifyFolder run = new ClassifyFolder(CnnClassifier.tools(
			canceling), new LabeledTiff(), canceling);
		assertThrows(CanceledException.class, () -> run.run(
			new ClassifyFolder.Request(images, NameFilter.ALL, Path.of("digits"),
				InputOverrides.NONE, null, Threshold.NONE, csv, Optional.empty(),
				Existing.REFUSED, Optional.empty(), Optional.empty())));
		assertTrue(told.toString().contains(" rows are in '" + partial +
			"'; resume=true goes on from there."), told.toString());
		goesOnToTheSameTable();
	}

	@EnabledOnOs(OS.LINUX)
	@Test
	void aFullDiskIsToldAndTheRestIsDoneLater() throws Exception {
		// unpacks native libraries, for which the child has no room
		CommandLineRun.of("classify-image", "image=" + images.resolve("0/0000.png"),
			"model=digits").endsWith(0);
		final Path log = folder.resolve("log");
		final Process process = ChildProcess.onFullDisk(64, words(csv,
			"resume=true")).redirectErrorStream(true).redirectOutput(log.toFile())
			.start();
		assertEquals(1, process.waitFor(), Files.readString(log));
		final String told = Files.readString(log);
		assertTrue(told.contains("Error: A file could not be read or written: '" +
			partial + "': "), told);
		assertTrue(told.contains("resume=true goes on from there"), told);
		assertFalse(told.contains("\tat "), told);
		goesOnToTheSameTable();
	}
}
