
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;

/** Records each command and replays it; needs a display. */
@Tag("gui")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecordingTest {

	private static final String DIGITS = PlainImageJ.DIGITS.toAbsolutePath()
		.toString();

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;
	private static Recorder recorder;
	private static String model;

	@BeforeAll
	static void startImageJ() throws Exception {
		imageJ = GuiImageJ.start(folder);
		recorder = new Recorder();
		model = folder.resolve("my model.zip").toString();
	}

	@AfterAll
	static void quitImageJ() {
		recorder.close();
		imageJ.dispose();
	}

	@BeforeEach
	void empty() {
		ResultsTable.getResultsTable().reset();
		IJ.log("\\Clear");
	}

	@Test
	@Order(1)
	void training() throws Exception {
		final String line = record("Train CNN Classifier...", DIGITS, "", model,
			"tiny", "1");
		assertEquals("run(\"Train CNN Classifier...\", \"images=" + DIGITS +
			" exclude= model=[" + model +
			"] overwrite=false network=tiny epochs=1 batchsize=0 " +
			"learningrate=0.002 augmentation=light seed=1 exact=false width=0 " +
			"height=0 channels=auto range=auto\");", line);
		final String results = results(11);
		IJ.runMacro(line.replace(model, folder.resolve("2nd model.zip")
			.toString()));
		assertEquals(results.split("\n").length, results(11).split("\n").length);
	}

	@Test
	void evaluation() throws Exception {
		final String line = record("Evaluate CNN Classifier...", DIGITS, "", model);
		final String results = results(11);
		ResultsTable.getResultsTable().reset();
		IJ.runMacro(line);
		assertEquals(results, results(11));
	}

	@Test
	void classifyingAnImage() throws Exception {
		final ImagePlus digit = PlainImageJ.digit(6);
		digit.show();
		final String line = record("Classify Image with CNN...", model);
		assertEquals("run(\"Classify Image with CNN...\", \"model=[" + model +
			"] channels=auto range=auto eachslice=false label=true\");", line);
		final String results = results(1);
		ResultsTable.getResultsTable().reset();
		IJ.selectWindow(digit.getTitle());
		IJ.runMacro(line);
		assertEquals(results, results(1));
		assertEquals(1, digit.getOverlay().size());
		digit.close();
	}

	@Test
	void classifyingAFolder() throws Exception {
		final Path table = folder.resolve("classes.csv");
		final String line = record("Classify Folder with CNN...", DIGITS + "/4",
			model, table.toString());
		final String csv = IJ.openAsString(table.toString());
		IJ.runMacro(line.replace("overwrite=false", "overwrite=true"));
		assertEquals(csv, IJ.openAsString(table.toString()));
	}

	@Test
	void preprocessing() throws Exception {
		final ImagePlus digit = PlainImageJ.digit(6);
		digit.show();
		final String line = record("Preprocess Image for CNN...", "", "14", "14");
		final ImagePlus recorded = IJ.getImage();
		assertEquals("Network input of 6_000.png", recorded.getTitle());
		IJ.selectWindow(digit.getTitle());
		IJ.runMacro(line);
		final ImagePlus replayed = IJ.getImage();
		assertNotSame(recorded, replayed);
		assertArrayEquals((float[]) recorded.getProcessor().getPixels(),
			(float[]) replayed.getProcessor().getPixels());
		Stream.of(digit, recorded, replayed).forEach(image -> {
			image.changes = false;
			image.close();
		});
	}

	@Test
	void previewingAnAugmentation() throws Exception {
		final ImagePlus digit = PlainImageJ.digit(6);
		digit.show();
		final String line = record("Preview CNN Augmentation...", "strong", "3");
		assertEquals("run(\"Preview CNN Augmentation...\", \"augmentation=strong " +
			"copies=3 seed=1 overwrite=false\");", line);
		final ImagePlus recorded = IJ.getImage();
		assertEquals("Augmentation of 6_000.png", recorded.getTitle());
		IJ.selectWindow(digit.getTitle());
		IJ.runMacro(line);
		final ImagePlus replayed = IJ.getImage();
		assertNotSame(recorded, replayed);
		assertArrayEquals((float[]) recorded.getProcessor().getPixels(),
			(float[]) replayed.getProcessor().getPixels());
		Stream.of(digit, recorded, replayed).forEach(image -> {
			image.changes = false;
			image.close();
		});
	}

	@Test
	void info() throws Exception {
		final String line = record("CNN Classifier Info...", model);
		final String log = IJ.getLog();
		IJ.log("\\Clear");
		IJ.runMacro(line);
		assertEquals(log, IJ.getLog());
	}

	private static String record(final String label, final String... texts)
		throws Exception
	{
		final int before = recorder.getText().length();
		final GenericDialog dialog = GuiImageJ.dialogOf(label);
		GuiImageJ.fill(dialog, texts);
		GuiImageJ.ok(dialog);
		return GuiImageJ.await(() -> {
			final String text = recorder.getText().substring(before);
			final int at = text.indexOf("run(\"" + label);
			return at < 0 ? null : text.substring(at).strip();
		});
	}

	private static String results(final int rows) {
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(rows, table.size());
		return String.join("\n", IntStream.range(0, rows).mapToObj(
			table::getRowAsString).toList());
	}
}
