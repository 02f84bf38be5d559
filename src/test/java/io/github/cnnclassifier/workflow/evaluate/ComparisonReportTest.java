
package io.github.cnnclassifier.workflow.evaluate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.command.TinyModels;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.StopsAt;

/** What a comparison leaves in its folder when somebody stops it late. */
class ComparisonReportTest {

	private static final int OF_EACH = 6;

	@TempDir
	private Path folder;

	/** With another pixel, so that no model knows them. */
	private Path digits() throws IOException {
		final Path images = folder.resolve("images");
		for (int digit = 0; digit < 10; digit++)
			for (int i = 0; i < OF_EACH; i++) {
				final ImagePlus image = IJ.openImage(Path.of("sample-images/digits",
					String.format("%d/%1$d_%03d.png", digit, i)).toString());
				image.getProcessor().set(0, 0, 3);
				TestImages.png(images.resolve(digit + "/" + i + ".png"), image
					.getProcessor());
			}
		return images;
	}

	@Test
	void whoStopsThePicturesKeepsTablesAndPage() throws IOException {
		final Path report = folder.resolve("report");
		final CompareClassifiers.Request request = new CompareClassifiers.Request(
			Optional.of(digits()), Set.of(), GroupingRule.parse("none"), TinyModels
				.digits(), Path.of("digits"), EvaluatedPart.ALL, PlanePolicy.EACH,
			Optional.of(report), false);
		assertThrows(CanceledException.class, () -> new CompareClassifiers(
			CnnClassifier.tools(Progress.none()), StopsAt.status(
				"Reading the images that the report", new ArrayList<>())).run(request));
		assertTrue(Files.readAllLines(report.resolve("disagreements.csv"))
			.size() > 1);
		final String page = Files.readString(report.resolve("comparison.html"));
		assertTrue(page.contains("The run was stopped while pictures"));
		assertFalse(page.contains("<img"));
	}
}
