
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.module.Module;

import ij.WindowManager;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.launch.Commands;

/** Inspect in ImageJ without a display. */
class InspectTest {

	@TempDir
	private Path folder;

	@BeforeEach
	void emptyResults() {
		ResultsTable.getResultsTable().reset();
	}

	@Test
	void inspectionFillsTheResultsAndShowsNoWindow() {
		final Module module = PlainImageJ.module(Commands.INSPECT, null,
			"images=[" + PlainImageJ.CELLS + "] exclude=mitotic");
		final ResultsTable classes = ResultsTable.getResultsTable();
		assertEquals(2, classes.size());
		assertEquals("apoptotic", classes.getStringValue("class", 0));
		assertEquals(16, classes.getValue("bit_depth", 1));
		final ResultsTable images = (ResultsTable) module.getOutput("perImage");
		assertEquals(classes.getValue("images", 0) + classes.getValue("images", 1),
			images.size());
		assertEquals("apoptotic/apoptotic_000.tif", images.getStringValue("path",
			0));
		assertEquals(2, images.getValue("channels", 0));
		final String summary = module.getOutput("summary").toString();
		assertTrue(summary.startsWith("images=" + images.size() +
			" classes=2 unreadable=0 skipped=0 problems=0 "), summary);
		assertTrue(summary.contains("\nnote: All images are of 2 channels."),
			summary);
		assertEquals(0, WindowManager.getWindowCount());
	}

	@Test
	void reportGoesWhereItIsToldAndIsKept() throws IOException {
		final Path report = folder.resolve("my report");
		final String options = "images=[" + PlainImageJ.CELLS + "] output=[" +
			report + "]";
		PlainImageJ.run(Commands.INSPECT, options);
		for (final String name : new String[] { "inspection.html", "images.csv",
			"classes.csv", "findings.csv", "skipped.csv",
			"contact-sheet-mitotic.png" })
		{
			assertTrue(Files.size(report.resolve(name)) > 0, name);
		}
		final UserFailure failure = assertThrows(UserFailure.class,
			() -> PlainImageJ.run(Commands.INSPECT, options));
		assertTrue(failure.getMessage().contains("overwrite=true"), failure
			.getMessage());
		PlainImageJ.run(Commands.INSPECT, options + " overwrite=true");
	}
}
