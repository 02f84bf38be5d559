
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import io.github.cnnclassifier.command.Ways.Run;

/**
 * Five ways, one result: the menu with its dialog, and the line that it
 * records. Needs a display.
 */
@Tag("gui")
class WaysGuiTest {

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;
	private static Recorder recorder;
	private static List<Run> runs;

	@BeforeAll
	static void startImageJAndAskJava() throws Exception {
		imageJ = GuiImageJ.start(folder);
		runs = Ways.all(folder);
		recorder = new Recorder();
	}

	@AfterAll
	static void quitImageJ() {
		recorder.close();
		imageJ.dispose();
	}

	private static Stream<Run> runs() {
		return runs.stream();
	}

	@BeforeEach
	void emptyResults() {
		ResultsTable.getResultsTable().reset();
		OwnTables.close();
	}

	@ParameterizedTest
	@MethodSource("runs")
	void menuAndTheLineThatItRecords(final Run run) throws Exception {
		final ImagePlus image = Ways.open(run);
		if (image != null) image.show();
		final int before = recorder.getText().length();
		final GenericDialog dialog = GuiImageJ.dialogOf(run.command().label());
		DialogFields.fill(dialog, run.command(), run.keys());
		GuiImageJ.ok(dialog);
		final String line = GuiImageJ.await(() -> {
			final String text = recorder.getText().substring(before);
			final int at = text.indexOf("run(\"" + run.command().label());
			return at < 0 ? null : text.substring(at).strip();
		});
		run.check();
		assertEquals(run.recordedLine(), line);
		assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(line), line);
		if (image != null) IJ.selectWindow(image.getTitle());
		IJ.runMacro(line);
		run.check();
		if (image != null) {
			image.changes = false;
			image.close();
		}
	}
}
