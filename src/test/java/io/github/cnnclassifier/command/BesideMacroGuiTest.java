
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.TextField;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.swing.JDialog;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.gui.OvalRoi;
import ij.macro.Interpreter;
import ij.macro.MacroRunner;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import ij.process.ByteProcessor;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.launch.Commands;

/**
 * What a person starts while a macro of somebody else runs, or while the
 * recorder listens. Needs a display.
 */
@Tag("gui")
@Timeout(180)
class BesideMacroGuiTest {

	private static final String IMAGE = "Classify Image with CNN...";
	private static final String ROIS = "Classify ROIs with CNN...";

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;

	@BeforeAll
	static void startImageJ() throws Exception {
		imageJ = GuiImageJ.start(folder);
	}

	@AfterAll
	static void quitImageJ() {
		imageJ.dispose();
	}

	@BeforeEach
	void empty() {
		ResultsTable.getResultsTable().reset();
		IJ.log("\\Clear");
	}

	@AfterEach
	void closeAll() throws Exception {
		OwnTables.close();
		for (final Window window : Window.getWindows())
			if (window instanceof Dialog) EventQueue.invokeAndWait(window::dispose);
		IJ.runMacro("close('*');");
	}

	private static Thread macro(final String code) throws Exception {
		final Thread thread = new MacroRunner(code).getThread();
		GuiImageJ.await(Interpreter::getInstance);
		return thread;
	}

	@Test
	void rowsOfAPersonStayOutOfTheTableOfAMacro() throws Exception {
		PlainImageJ.digit(6).show();
		final GenericDialog dialog = GuiImageJ.dialogOf(IMAGE);
		GuiImageJ.fill(dialog, "digits");
		final Thread macro = macro("wait(9000); print('end');");
		GuiImageJ.ok(dialog);
		GuiImageJ.await(() -> OwnTables.titles().isEmpty() ? null : true);
		assertEquals(0, ResultsTable.getResultsTable().size());
		macro.join(TimeUnit.SECONDS.toMillis(40));
		assertTrue(IJ.getLog().contains("end"), IJ.getLog());
	}

	@Test
	void aRunThatFailsLeavesTheMacroThatRunsMeanwhile() throws Exception {
		PlainImageJ.digit(6).show();
		final Thread macro = macro("wait(8000); print('end');");
		final GenericDialog dialog = GuiImageJ.dialogOf(IMAGE);
		GuiImageJ.fill(dialog, "nowhere.zip");
		GuiImageJ.ok(dialog);
		final GenericDialog again = GuiImageJ.await(() -> {
			final GenericDialog shown = GuiImageJ.find(GenericDialog.class);
			return shown == dialog ? null : shown;
		});
		GuiImageJ.cancel(again);
		macro.join(TimeUnit.SECONDS.toMillis(40));
		assertTrue(IJ.getLog().contains("end"), IJ.getLog());
	}

	/** One that knows how large the images were that it learned from. */
	private static synchronized String model() throws Exception {
		final Path model = folder.resolve("halves.zip");
		if (!Files.exists(model)) PlainImageJ.run(Commands.TRAIN, "images=[" +
			TestImages.halves(folder.resolve("halves"), 24, 1) + "] model=[" + model +
			"] start=scratch network=tiny epochs=1 groups=none");
		return model.toString();
	}

	private static ImagePlus field() {
		final ByteProcessor pixels = new ByteProcessor(560, 560);
		pixels.setValue(200);
		pixels.fill(new OvalRoi(20, 20, 24, 28));
		return new ImagePlus("field", pixels);
	}

	private static void answer(final String text) throws Exception {
		final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
			JDialog.class));
		EventQueue.invokeLater(() -> GuiButtons.press(question, text));
	}

	private static List<String> texts(final GenericDialog dialog) {
		return dialog.getStringFields().stream().map(field -> ((TextField) field)
			.getText()).toList();
	}

	@Test
	void theRoisOfALargeImageAreRecordedAsOneWholeLineWithWhatWasTyped()
		throws Exception
	{
		model();
		final ImagePlus image = field();
		image.show();
		image.setRoi(new OvalRoi(20, 20, 24, 28));
		final Recorder recorder = new Recorder();
		final GenericDialog dialog = GuiImageJ.dialogOf(IMAGE);
		GuiImageJ.fill(dialog, model(), "auto", "0..255", "0.25");
		final List<String> typed = texts(dialog);
		GuiImageJ.ok(dialog);
		answer("Its ROIs");
		final GenericDialog next = GuiImageJ.await(() -> {
			final GenericDialog shown = GuiImageJ.find(GenericDialog.class);
			return shown == null || shown == dialog ? null : shown;
		});
		assertTrue(next.getTitle().startsWith("Classify ROIs"), next.getTitle());
		assertTrue(texts(next).containsAll(typed), texts(next) + " of " + typed);
		GuiImageJ.ok(next);
		GuiImageJ.await(() -> recorder.getText().contains("run(\"" + ROIS) ? true
			: null);
		GuiImageJ.await(() -> OwnTables.titles().isEmpty() ? null : true);
		final String text = recorder.getText();
		recorder.close();
		final List<String> lines = text.lines().filter(line -> line.contains("CNN"))
			.toList();
		assertEquals(1, lines.size(), text);
		assertTrue(lines.get(0).contains("model=" + model()) && lines.get(0)
			.contains("range=0..255") && lines.get(0).contains("threshold=0.25"),
			text);
		assertFalse(image.isLocked());
	}

	@Test
	void whatWasTypedIsGoneWithItsRun() throws Exception {
		model();
		field().show();
		final GenericDialog dialog = GuiImageJ.dialogOf(IMAGE);
		GuiImageJ.fill(dialog, model(), "auto", "0..255", "0.25");
		GuiImageJ.ok(dialog);
		answer("Map of classes");
		final GenericDialog next = GuiImageJ.await(() -> {
			final GenericDialog shown = GuiImageJ.find(GenericDialog.class);
			return shown == null || shown == dialog ? null : shown;
		});
		assertTrue(next.getTitle().startsWith("Map Classes"), next.getTitle());
		assertTrue(texts(next).contains("0.25"), texts(next).toString());
		GuiImageJ.cancel(next);
		final GenericDialog fresh = GuiImageJ.dialogOf("Map Classes with CNN...");
		assertTrue(!texts(fresh).contains("0.25"), texts(fresh).toString());
		GuiImageJ.cancel(fresh);
	}
}
