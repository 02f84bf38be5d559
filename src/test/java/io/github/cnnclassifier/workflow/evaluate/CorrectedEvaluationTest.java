
package io.github.cnnclassifier.workflow.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.evaluation.ConfusionMatrix;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.InputOverrides;

/** A test image counts with the class that a person has given it. */
class CorrectedEvaluationTest {

	@TempDir
	private Path folder;

	private final List<String> told = new ArrayList<>();
	private Path images;

	@BeforeEach
	void copySomeDigits() throws IOException {
		images = folder.resolve("images");
		for (final String name : List.of("1/1_000.png", "1/1_001.png",
			"7/7_000.png", "7/7_001.png"))
		{
			Files.createDirectories(images.resolve(name).getParent());
			Files.copy(Path.of("sample-images/digits", name), images.resolve(name));
		}
		Files.writeString(images.resolve("corrections.csv"),
			"path,class,decision,newClass\n1/1_000.png,1,class,7\n" +
				"7/7_001.png,7,ambiguous,\n");
	}

	private ConfusionMatrix evaluate(final CorrectionUse corrections,
		final Path output) throws IOException
	{
		return new EvaluateClassifier(CnnClassifier.tools(Progress.none()),
			new Listening(told)).run(new EvaluateClassifier.Request(images, Set.of(),
				Path.of("digits"), EvaluatedPart.ALL, InputOverrides.NONE, null,
				Optional.of(output), false, false, corrections)).evaluation().matrix();
	}

	@Test
	void correctedImagesCountAsCorrectedAndTheResultSaysSo() throws IOException {
		final Path output = folder.resolve("report");
		final ConfusionMatrix matrix = evaluate(CorrectionUse.USE, output);
		assertEquals(1, matrix.rowSum(1));
		assertEquals(2, matrix.rowSum(7));
		assertTrue(told.contains(
			"2 corrections of corrections.csv: 1 other class, 1 left out."), told
				.toString());
		final String said = "The true classes are those of corrections.csv for " +
			"1 entry, and 1 entry left out as it says: figures are too good";
		assertTrue(told.stream().anyMatch(line -> line.startsWith(said)), told
			.toString());
		assertTrue(Files.readString(output.resolve("report.html")).contains(said));
	}

	@Test
	void theReportListsEachCorrectionAndWhoMadeIt() throws IOException {
		Files.writeString(images.resolve("corrections.csv"),
			"path,class,decision,newClass,when,who,content\n" +
				"1/1_000.png,1,class,7,2026-01-31T12:00:00Z,ada,\n" +
				"7/7_001.png,7,ambiguous,,,,\n");
		final Path output = folder.resolve("report");
		evaluate(CorrectionUse.USE, output);
		assertEquals(List.of("file,from,to,decision,who,when",
			"1/1_000.png,1,7,class,ada,2026-01-31T12:00:00Z",
			"7/7_001.png,7,left out,ambiguous,,"), Files.readAllLines(output.resolve(
				"corrections_used.csv")));
		final String page = Files.readString(output.resolve("report.html"));
		assertTrue(page.contains("Corrected classes") && page.contains("ada"));
	}

	@Test
	void ignoredTheyDoNotCount() throws IOException {
		final ConfusionMatrix matrix = evaluate(CorrectionUse.IGNORE, folder
			.resolve("other report"));
		assertEquals(2, matrix.rowSum(1));
		assertEquals(2, matrix.rowSum(7));
		assertTrue(told.stream().noneMatch(line -> line.contains("corrections")),
			told.toString());
	}
}
