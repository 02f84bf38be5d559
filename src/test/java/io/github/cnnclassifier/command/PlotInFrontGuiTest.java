
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.MessageDialog;
import ij.gui.Plot;
import ij.measure.ResultsTable;

/** A plot is in front when Classify Image is chosen. Needs a display. */
@Tag("gui")
class PlotInFrontGuiTest {

	private static final String CLASSIFY = "Classify Image with CNN...";

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;

	@BeforeAll
	static void startImageJ() throws Exception {
		imageJ = GuiImageJ.start(folder);
		OwnTables.close();
	}

	@AfterAll
	static void quitImageJ() {
		imageJ.dispose();
	}

	@AfterEach
	void closeAll() throws Exception {
		final GenericDialog dialog = GuiImageJ.find(GenericDialog.class);
		if (dialog != null) GuiImageJ.cancel(dialog);
		for (final String title : WindowManager.getImageTitles()) {
			final ImagePlus image = WindowManager.getImage(title);
			image.changes = false;
			image.close();
		}
	}

	private static ImagePlus profile() throws Exception {
		EventQueue.invokeAndWait(() -> new Plot("Profile", "distance", "value",
			new double[] { 1, 2, 3 }, new double[] { 4, 2, 5 }).show());
		return GuiImageJ.await(WindowManager::getCurrentImage);
	}

	/** What the dialog says when the entry of the menu is chosen. */
	private static String refusal() throws Exception {
		ResultsTable.getResultsTable().reset();
		IJ.doCommand(CLASSIFY);
		final MessageDialog told = GuiImageJ.await(() -> GuiImageJ.find(
			MessageDialog.class));
		assertEquals(CLASSIFY, told.getTitle());
		final String text = GuiImageJ.close(told).replaceAll("\\s+", " ").strip();
		assertNull(GuiImageJ.find(GenericDialog.class));
		assertEquals(List.of(), OwnTables.titles());
		assertEquals(0, ResultsTable.getResultsTable().size());
		return text;
	}

	@Test
	void aPlotAloneIsNotClassified() throws Exception {
		final ImagePlus plot = profile();
		assertEquals("Expected an open image, found only 'Profile', a plot. Open " +
			"an image first.", refusal());
		assertNull(plot.getOverlay());
	}
}
