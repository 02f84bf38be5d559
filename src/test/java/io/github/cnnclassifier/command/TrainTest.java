
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.module.Module;

import ij.IJ;
import ij.WindowManager;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.launch.Commands;

/** Train and Evaluate in ImageJ without a display. */
class TrainTest {

	@TempDir
	private Path folder;

	@BeforeEach
	void emptyResults() {
		ResultsTable.getResultsTable().reset();
	}

	@Test
	void trainingFillsTheResultsAndShowsNoWindow() {
		final Path model = folder.resolve("my cells.zip");
		final Module module = PlainImageJ.module(Commands.TRAIN, null, "images=[" +
			PlainImageJ.CELLS + "] exclude=mitotic model=[" + model +
			"] network=tiny epochs=1");
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(3, table.size());
		assertEquals("apoptotic", table.getStringValue("class", 0));
		assertEquals("interphase", table.getStringValue("class", 1));
		assertEquals("macro average", table.getStringValue("class", 2));
		final String summary = module.getOutput("summary").toString();
		assertTrue(summary.startsWith("model=" + model + "\naccuracy=" + table
			.getStringValue("accuracy", 2) + " balanced_accuracy="), summary);
		assertEquals(0, WindowManager.getWindowCount());
		assertEquals(0, WindowManager.getImageCount());
	}

	@Test
	void escapeKeepsTheBestModel() throws InterruptedException {
		final Path model = folder.resolve("stopped.zip");
		final Thread user = new Thread(() -> {
			while (!Files.exists(model)) {
				pause();
			}
			IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		});
		user.start();
		PlainImageJ.run(Commands.TRAIN, "images=[" + PlainImageJ.DIGITS +
			"] model=[" + model + "] network=tiny epochs=10000");
		user.join();
		assertEquals(10, ModelArchive.describe(model).labels().size());
		assertEquals(11, ResultsTable.getResultsTable().size());
	}

	@Test
	void evaluationFillsTheResultsAndWritesItsFiles() throws IOException {
		final Path report = folder.resolve("my report");
		final Module module = PlainImageJ.module(Commands.EVALUATE, null,
			"images=[" + PlainImageJ.DIGITS + "] model=[" + TinyModels.digits() +
				"] output=[" + report + "]");
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(11, table.size());
		assertEquals(
			"class images precision recall f1 accuracy balanced_accuracy " +
				"roc_auc average_precision kappa mcc cross_entropy top_2_accuracy " +
				"top_3_accuracy top_5_accuracy accuracy_95_low accuracy_95_high " +
				"undefined_figures side", String.join(" ", table.getHeadings()));
		assertEquals("", table.getStringValue("accuracy", 0));
		assertEquals("", table.getStringValue("kappa", 0));
		assertEquals("", table.getStringValue("side", 0));
		assertEquals("test side", table.getStringValue("side", 10));
		final String summary = module.getOutput("summary").toString();
		assertTrue(summary.startsWith("accuracy=" + table.getStringValue("accuracy",
			10) + " "), summary);
		assertTrue(summary.endsWith(" n=" + table.getStringValue("images", 10)),
			summary);
		for (final String name : new String[] { "report.html", "metrics.csv",
			"confusion_matrix.csv", "predictions.csv" })
		{
			assertTrue(Files.size(report.resolve(name)) > 0, name);
		}
	}

	@Test
	void existingModelIsKept() throws IOException {
		final Path model = Files.writeString(folder.resolve("mine.zip"), "mine");
		final UserFailure failure = assertThrows(UserFailure.class,
			() -> PlainImageJ.run(Commands.TRAIN, "images=[" + PlainImageJ.DIGITS +
				"] model=[" + model + "] network=tiny epochs=1"));
		assertTrue(failure.getMessage().contains("overwrite"), failure
			.getMessage());
		assertEquals("mine", Files.readString(model));
		assertFalse(Files.exists(folder.resolve("mine.zip.part")));
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(20);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
