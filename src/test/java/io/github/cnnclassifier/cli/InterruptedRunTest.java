
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

import io.github.cnnclassifier.command.ClassifierCommand;
import io.github.cnnclassifier.command.Outcome;
import io.github.cnnclassifier.launch.CommandLine;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/** Hosts interrupt the thread of a run to stop it. */
@Timeout(120)
class InterruptedRunTest {

	@TempDir
	static Path folder;

	private static Context context;
	private static Path images;
	private static Path model;

	@BeforeAll
	static void train() throws IOException {
		context = new Context();
		images = TestImages.halves(folder.resolve("images"), 40, 1);
		model = folder.resolve("model.zip");
		CommandLineRun.train(images, model, "epochs=1").endsWith(0);
	}

	@AfterAll
	static void close() {
		context.close();
	}

	/** Interrupts its thread once, when this is told. */
	private static final class InterruptAt implements Progress {

		private final Predicate<String> told;
		private boolean done;

		private InterruptAt(final Predicate<String> told) {
			this.told = told;
		}

		@Override
		public void update(final double fraction, final String status) {
			message(status);
		}

		@Override
		public void message(final String line) {
			if (done || !told.test(line)) return;
			done = true;
			Thread.currentThread().interrupt();
		}

		@Override
		public boolean isCanceled() {
			return false;
		}
	}

	private static Outcome interrupted(final Predicate<String> told,
		final String... words)
	{
		return ((ClassifierCommand) CommandLine.prepare(context, Usage.command(
			words[0]), KeyValues.parse(List.of(words).subList(1, words.length)),
			message -> {})).executeOrFail(new InterruptAt(told));
	}

	private static void isCanceled(final String told, final String... words) {
		assertThrows(CanceledException.class, () -> interrupted(line -> line
			.contains(told), words));
		assertTrue(Thread.interrupted(), "whoever called is told as well");
	}

	private static List<String> files(final Path place) throws IOException {
		try (Stream<Path> files = Files.list(place)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void aTrainingKeepsItsBestModelAndItsFigures() throws IOException {
		final Path place = Files.createDirectory(folder.resolve("train"));
		final Outcome outcome = interrupted(line -> line.contains("best so far"),
			"train", "images=" + images, "model=" + place.resolve("a.zip"),
			"network=tiny", "epochs=1000", "augmentation=none");
		assertFalse(Thread.interrupted());
		assertTrue(String.join("\n", outcome.lines()).contains("accuracy="), outcome
			.lines().toString());
		assertEquals(List.of("a.resume", "a.zip"), files(place));
		assertTrue(CommandLineRun.of("info", "model=" + place.resolve("a.zip"))
			.results().contains("training: stopped at epoch 1 of 1000"));
		assertTrue(CommandLineRun.of("info", "model=" + model).results().contains(
			"training: all epochs done"));
	}

	@Test
	void aStoppedModelSaysSoInItsCardAndInAReport() throws IOException {
		final Path place = Files.createDirectory(folder.resolve("told"));
		interrupted(line -> line.contains("best so far"), "train", "images=" +
			images, "model=" + place.resolve("a.zip"), "network=tiny", "epochs=1000",
			"augmentation=none");
		CommandLineRun.of("evaluate", "images=" + images, "model=" + place.resolve(
			"a.zip"), "output=" + place).endsWith(0);
		final String told = "stopped at epoch 1 of 1000";
		assertTrue(Files.readString(place.resolve("report.html")).contains(told));
		try (FileSystem zip = FileSystems.newFileSystem(place.resolve("a.zip"))) {
			assertTrue(Files.readString(zip.getPath("README.md")).contains(told));
		}
	}

	@Test
	void aTrainingThatIsStillReadingLeavesNothing() throws IOException {
		final Path place = Files.createDirectory(folder.resolve("early"));
		isCanceled("Reading", "train", "images=" + images, "model=" + place.resolve(
			"a.zip"), "network=tiny");
		assertEquals(List.of(), files(place));
	}

	@Test
	void theRowsOfAFolderStay() throws IOException {
		final Path place = Files.createDirectory(folder.resolve("rows"));
		isCanceled("Classified", "classify-folder", "images=" + images, "model=" +
			model, "output=" + place.resolve("a.csv"));
		assertEquals(List.of("a.csv.partial"), files(place));
		assertTrue(Files.readAllLines(place.resolve("a.csv.partial")).size() > 2);
	}

	@Test
	void aMapLeavesNothing() throws IOException {
		final Path place = Files.createDirectory(folder.resolve("map"));
		isCanceled("Blending", "map-classes", "image=" + images.resolve(files(
			images).get(0)).resolve(files(images.resolve(files(images).get(0))).get(
				0)), "model=" + model, "stride=7", "output=" + place.resolve("a.tif"));
		assertEquals(List.of(), files(place));
	}

	@Test
	void anEvaluationLeavesNothing() throws IOException {
		final Path place = Files.createDirectory(folder.resolve("evaluation"));
		isCanceled("Reading", "evaluate", "images=" + images, "model=" + model,
			"split=all", "allowTrained=true", "output=" + place);
		isCanceled("Classified", "evaluate", "images=" + images, "model=" + model,
			"split=all", "allowTrained=true", "output=" + place);
		assertEquals(List.of(), files(place));
	}

	@Test
	void anInspectionLeavesNothing() throws IOException {
		final Path place = Files.createDirectory(folder.resolve("inspection"));
		isCanceled("Reading", "inspect", "images=" + images, "output=" + place);
		assertEquals(List.of(), files(place));
	}
}
