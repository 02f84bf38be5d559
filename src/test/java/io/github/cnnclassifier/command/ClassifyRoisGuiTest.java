
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Canvas;
import java.awt.Choice;
import java.awt.Color;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.Line;
import ij.gui.MessageDialog;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;
import ij.text.TextPanel;

/** Classifies what is in the ROI Manager; needs a display. */
@Tag("gui")
class ClassifyRoisGuiTest {

	private static final String LABEL = "Classify ROIs with CNN...";

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;

	private ImagePlus digit;
	private RoiManager manager;

	@BeforeAll
	static void startImageJ() throws Exception {
		imageJ = GuiImageJ.start(folder);
	}

	@AfterAll
	static void quitImageJ() {
		imageJ.dispose();
	}

	@BeforeEach
	void managedRois() {
		ResultsTable.getResultsTable().reset();
		Roi.setGroupNames("mine,too");
		digit = PlainImageJ.digit(6);
		digit.show();
		manager = new RoiManager();
		final Roi whole = new Roi(0, 0, 28, 28);
		whole.setName("whole");
		whole.setStrokeColor(Color.PINK);
		manager.addRoi(whole);
		manager.addRoi(new Line(1, 1, 20, 20));
		manager.addRoi(new OvalRoi(3, 3, 22, 22));
	}

	@AfterEach
	void closeAll() {
		closeManager();
		OwnTables.close();
		digit.changes = false;
		digit.close();
		Roi.setGroupNames(null);
	}

	/** One with ROIs would ask whether to save them. */
	private void closeManager() {
		manager.reset();
		manager.close();
	}

	private List<String> names() {
		final List<String> names = new ArrayList<>();
		for (int i = 0; i < manager.getCount(); i++) {
			// the list shows what the ROI is called
			assertEquals(manager.getRoi(i).getName(), manager.getName(i));
			names.add(manager.getName(i));
		}
		return names;
	}

	@Test
	void recordedLineReplaysAndRoisKeepTheirPlacesInTheManager()
		throws Exception
	{
		final List<String> before = names();
		final Recorder recorder = new Recorder();
		final GenericDialog dialog = GuiImageJ.dialogOf(LABEL);
		GuiImageJ.ok(dialog);
		final String line = GuiImageJ.await(() -> {
			final String text = recorder.getText();
			final int at = text.indexOf("run(\"" + LABEL);
			return at < 0 ? null : text.substring(at).strip();
		});
		assertEquals("run(\"" + LABEL + "\", \"regions=auto labels= margin=0 " +
			"masked=false model=digits channels=auto range=auto pixelsize=auto threshold=0.0 " +
			"mark=true legend=true overwrite=false\");", line);
		final String title = "Regions of " + digit.getTitle() + " by digits";
		assertEquals(3, GuiImageJ.await(() -> digit.isLocked() ? null : OwnTables
			.of(title)).size());
		recorder.close();
		final List<String> after = names();
		assertEquals("6-0001", after.get(0));
		assertEquals(before.get(1), after.get(1));
		assertTrue(after.get(2).endsWith("-0003"), after.toString());
		assertEquals(7, manager.getRoi(0).getGroup());
		// the answers are seen at once
		assertSame(manager.getRoi(0), digit.getCanvas().getShowAllList().get(0));
		assertEquals("mine", Roi.getGroupName(1));
		assertTrue(IJ.getLog().contains("stay as you set them"), IJ.getLog());
		IJ.selectWindow(digit.getTitle());
		IJ.runMacro(line);
		assertEquals(after, names());
		assertEquals(3, ResultsTable.getResultsTable().size());
		assertEquals(3, OwnTables.of(title).size());
		IJ.runMacro("run('Undo Classify ROIs with CNN');");
		assertEquals(before, names());
		assertEquals(Color.PINK, manager.getRoi(0).getStrokeColor());
		assertEquals(0, manager.getRoi(0).getGroup());
	}

	@Test
	void whoHasNothingToTakeBackIsToldSoAndAMacroGoesOn() throws Exception {
		IJ.doCommand("Undo Classify ROIs with CNN");
		final MessageDialog told = GuiImageJ.await(() -> GuiImageJ.find(
			MessageDialog.class));
		final String words = GuiImageJ.close(told);
		assertTrue(words.contains("nothing to take back"), words);
		GuiImageJ.await(() -> digit.isLocked() ? null : true);
		IJ.runMacro("run('Undo Classify ROIs with CNN');");
		assertNull(GuiImageJ.find(MessageDialog.class));
	}

	@Test
	void theLabelImageIsChosenFromTheOpenOnes() throws Exception {
		IJ.runMacro("newImage('my labels', '16-bit black', 28, 28, 1); " +
			"makeRectangle(4, 2, 20, 24); setColor(9); fill(); selectImage('" + digit
				.getTitle() + "');");
		final GenericDialog dialog = GuiImageJ.dialogOf(LABEL);
		// the first is of the places
		final Choice titles = (Choice) dialog.getChoices().get(1);
		EventQueue.invokeAndWait(() -> titles.select("my labels"));
		GuiImageJ.ok(dialog);
		final ResultsTable table = GuiImageJ.await(() -> digit.isLocked() ? null
			: OwnTables.of("Regions of " + digit.getTitle() + " by digits"));
		assertEquals("9", table.getStringValue("roi", 0));
		// seen on any image, at any zoom
		assertEquals(2, digit.getOverlay().get(0).getStrokeWidth());
		click(OwnTables.windows().get(0).getTextPanel(), 0);
		assertEquals(new Rectangle(4, 2, 20, 24), digit.getRoi().getBounds());
		IJ.runMacro("close('my labels');");
	}

	@Test
	void aClickOnARowSelectsTheRoi() throws Exception {
		GuiImageJ.ok(GuiImageJ.dialogOf(LABEL));
		final String title = "Regions of " + digit.getTitle() + " by digits";
		GuiImageJ.await(() -> digit.isLocked() ? null : OwnTables.of(title));
		digit.deleteRoi();
		final TextPanel rows = OwnTables.windows().get(0).getTextPanel();
		click(rows, 2);
		assertEquals(new Rectangle(3, 3, 22, 22), digit.getRoi().getBounds());
		final Component canvas = Arrays.stream(rows.getComponents()).filter(
			Canvas.class::isInstance).findFirst().orElseThrow();
		EventQueue.invokeAndWait(() -> Arrays.stream(canvas.getKeyListeners())
			.forEach(listener -> listener.keyPressed(new KeyEvent(canvas,
				KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_UP, KeyEvent.CHAR_UNDEFINED))));
		assertEquals(Roi.LINE, digit.getRoi().getType());
		click(rows, 2);
		// the user may move what is selected
		assertNotSame(manager.getRoi(2), digit.getRoi());
		rows.getResultsTable().sort("confidence");
		rows.getResultsTable().show(title);
		final int whole = Arrays.asList(rows.getResultsTable().getColumnAsStrings(
			"roi")).indexOf("whole");
		click(rows, whole);
		assertEquals(new Rectangle(0, 0, 28, 28), digit.getRoi().getBounds());
		// a click is no new selection
		IJ.selectWindow(digit.getTitle());
		GuiImageJ.ok(GuiImageJ.dialogOf(LABEL));
		assertEquals(6, GuiImageJ.await(() -> {
			final ResultsTable table = OwnTables.of(title);
			return !digit.isLocked() && table.size() > 3 ? table : null;
		}).size());
	}

	private static void click(final TextPanel rows, final int row)
		throws Exception
	{
		EventQueue.invokeAndWait(() -> {
			rows.setSelection(row, row);
			for (final Component part : rows.getComponents()) {
				if (!(part instanceof Canvas)) continue;
				for (final MouseListener listener : part.getMouseListeners())
					listener.mouseReleased(new MouseEvent(part, MouseEvent.MOUSE_RELEASED,
						0, 0, 1, 1, 1, false));
			}
		});
	}

	@Test
	void managerThatBatchModeHidesIsClassified() {
		closeManager();
		assertEquals("6-0001", IJ.runMacro("setBatchMode(true); open('" +
			PlainImageJ.DIGITS.resolve("6/6_000.png").toAbsolutePath() +
			"'); makeRectangle(0, 0, 28, 28); roiManager('add'); " +
			"run('Select None'); run('" + LABEL +
			"', 'regions=manager model=digits'); return '' + RoiManager.getName(0);"));
	}

	@Test
	void tableOfLabelsOfAnOpenImageIsShownAndTheManagerLeftAlone() {
		final List<String> before = names();
		IJ.runMacro("newImage('my labels', '16-bit black', 28, 28, 1); " +
			"makeRectangle(4, 2, 20, 24); setColor(9); fill(); selectImage('" + digit
				.getTitle() + "'); run('" + LABEL +
			"', 'labels=[my labels] model=digits'); close('my labels');");
		assertEquals(before, names());
		assertEquals(1, digit.getOverlay().size());
		assertTrue(digit.getOverlay().get(0).getName().endsWith("-0009"));
		assertNotNull(WindowManager.getWindow("Results"));
		assertFalse(Arrays.asList(ResultsTable.getResultsTable().getHeadings())
			.isEmpty());
	}
}
