
package io.github.cnnclassifier.workflow.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.StopsAt;
import io.github.cnnclassifier.workflow.InputOverrides;

/** What an evaluation leaves in its folder, whatever comes in between. */
class EvaluationReportTest {

	@TempDir
	private Path folder;

	private final List<String> told = new ArrayList<>();
	private Path images;
	private Path report;

	/** Each has the class of the other, so that all answers are errors. */
	@BeforeEach
	void takeOnesForSevens() throws IOException {
		images = folder.resolve("images");
		copy("1/1_000.png", "7/1_000.png");
		copy("1/1_001.png", "7/1_001.png");
		copy("7/7_000.png", "1/7_000.png");
		report = folder.resolve("report");
	}

	private void copy(final String digit, final String name) throws IOException {
		Files.createDirectories(images.resolve(name).getParent());
		Files.copy(Path.of("sample-images/digits", digit), images.resolve(name));
	}

	private void evaluate(final Path of, final boolean overwrite,
		final Progress progress) throws IOException
	{
		new EvaluateClassifier(CnnClassifier.tools(Progress.none()), progress).run(
			new EvaluateClassifier.Request(of, Set.of(), Path.of("digits"),
				EvaluatedPart.ALL, InputOverrides.NONE, null, Optional.of(report),
				overwrite));
	}

	private String page() throws IOException {
		return Files.readString(report.resolve("report.html"));
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(report)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void whoStopsTheHeatMapsKeepsFiguresAndTables() throws IOException {
		final Progress stopsAtMaps = StopsAt.status("Looking at what the network",
			told);
		assertThrows(CanceledException.class, () -> evaluate(images, false,
			stopsAtMaps));
		assertEquals(4, Files.readAllLines(report.resolve("predictions.csv"))
			.size());
		assertTrue(Files.exists(report.resolve("errors.png")),
			"these pictures were there already");
		assertTrue(page().contains("The run was stopped while pictures"));
		assertFalse(page().contains("What the network looked at in "));
		assertTrue(told.get(told.size() - 1).startsWith(
			"Stopped by the user: the report in '" + report), told.toString());
	}

	@Test
	void nobodyWhoDoesNotStopIsToldSo() throws IOException {
		evaluate(images, false, new Listening(told));
		assertTrue(page().contains("What the network looked at in "));
		assertFalse(page().contains("was stopped"));
	}

	@Test
	void predictionsAloneReplaceAWholeReportOrAreRefused() throws IOException {
		evaluate(images, false, new Listening(told));
		assertTrue(files().size() > 10, files().toString());
		Files.writeString(report.resolve("notes.txt"), "mine");
		Files.writeString(report.resolve("predictions.csv.run.json"), "{}");
		final Path unlabeled = Files.createDirectories(folder.resolve("unlabeled"));
		Files.copy(images.resolve("7/1_000.png"), unlabeled.resolve("a.png"));
		assertThrows(ExistingFile.class, () -> evaluate(unlabeled, false,
			new Listening(told)));
		assertTrue(files().size() > 10, "nothing is lost");
		evaluate(unlabeled, true, new Listening(told));
		assertEquals(List.of("notes.txt", "predictions.csv"), files());
	}

	@Test
	void aReportTakesThePlaceOfPredictionsAlone() throws IOException {
		final Path unlabeled = Files.createDirectories(folder.resolve("unlabeled"));
		Files.copy(images.resolve("7/1_000.png"), unlabeled.resolve("a.png"));
		evaluate(unlabeled, false, new Listening(told));
		assertThrows(ExistingFile.class, () -> evaluate(images, false,
			new Listening(told)));
		evaluate(images, true, new Listening(told));
		assertEquals(4, Files.readAllLines(report.resolve("predictions.csv"))
			.size());
	}
}
