
package io.github.cnnclassifier.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.swing.JLabel;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.Toolbar;
import ij.process.ByteProcessor;
import io.github.cnnclassifier.imagej.Drawing;
import io.github.cnnclassifier.imagej.roi.FoundRegions;
import io.github.cnnclassifier.imagej.roi.RegionShapes;
import io.github.cnnclassifier.imagej.roi.RegionSource;
import io.github.cnnclassifier.launch.ShownWindows;

/** Labels on the open image: a click and a key. Needs a display. */
@Tag("gui")
class ImageLabelingGuiTest {

	private static final int CELL = 40;
	private static final int GRID = 60;

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;

	private ImagePlus image;
	private FakeSession session;
	private ShownLabels window;

	@BeforeAll
	static void startImageJ() {
		System.setProperty("plugins.dir", folder.toString());
		imageJ = new ImageJ();
	}

	@AfterAll
	static void quitImageJ() {
		imageJ.dispose();
	}

	@AfterEach
	void closeAll() throws Exception {
		if (window != null && window.frame().isDisplayable()) window.close();
		if (image.isVisible()) {
			image.changes = false;
			image.close();
		}
	}

	/** Sixteen disks in rows of four. */
	private void open() throws Exception {
		image = new ImagePlus("cells.tif", new ByteProcessor(4 * GRID, 4 * GRID));
		image.getProcessor().setValue(160);
		final Roi[] rois = new Roi[16];
		for (int i = 0; i < rois.length; i++) {
			rois[i] = new OvalRoi(i % 4 * GRID + 10, i / 4 * GRID + 10, CELL, CELL);
			image.getProcessor().fill(rois[i]);
		}
		image.show();
		final FoundRegions found = RegionSource.of(image, List.of(rois));
		session = new FakeSession(16, found.regions(), "round", "flat", "split",
			"other");
		window = ShownLabels.open(session, Optional.of(new ImageCrops(image, found
			.regions(), RegionShapes.of(image, found))), list -> {});
		final ImageCanvas canvas = image.getCanvas();
		ShownLabels.await(() -> image.getOverlay() == null ? null : canvas);
	}

	private Point middle(final int cell) {
		final ImageCanvas canvas = image.getCanvas();
		return new Point(canvas.screenX(cell % 4 * GRID + 30), canvas.screenY(cell /
			4 * GRID + 30));
	}

	private void click(final int cell, final int modifiers) throws Exception {
		ShownLabels.drag(image.getCanvas(), middle(cell), middle(cell), modifiers);
	}

	private void type(final char key) throws Exception {
		ShownLabels.type(image.getCanvas(), key, KeyEvent.getExtendedKeyCodeForChar(
			key), 0);
	}

	@Test
	void aClickAndAKeyGiveACellItsClass() throws Exception {
		open();
		click(5, 0);
		assertEquals(List.of(5), window.selected());
		type('3');
		assertEquals(Map.of(5, "split"), session.labels());
		assertEquals(List.of(5), window.selected(), "nothing else is chosen");
		click(6, 0);
		click(9, InputEvent.SHIFT_DOWN_MASK);
		type('1');
		assertEquals(Map.of(5, "split", 6, "round", 9, "round"), session.labels());
		ShownLabels.type(image.getCanvas(), KeyEvent.CHAR_UNDEFINED, KeyEvent.VK_Z,
			InputEvent.CTRL_DOWN_MASK);
		assertEquals(Map.of(5, "split"), session.labels());
	}

	@Test
	void theClassesAreDrawnOverTheImageAndAreNoRegions() throws Exception {
		open();
		click(5, 0);
		type('1');
		click(6, 0);
		type('2');
		assertEquals(1, image.getOverlay().size());
		assertTrue(Drawing.isOne(image.getOverlay().get(0)));
		ShownWindows.onEventThread(() -> {
			image.getCanvas().paint(image.getCanvas().getGraphics());
			return true;
		});
		final ImagePlus drawn = image.flatten();
		ShownLabels.save(drawn.getBufferedImage(), "labels-on-image");
		// at its left edge, where a solid line is never interrupted
		assertEquals(new Color(0x0072B2), colorNear(drawn, 70, 90));
		assertNotEquals(Color.BLACK, colorNear(drawn, 130, 90));
	}

	/** The most colorful pixel of a few. */
	private static Color colorNear(final ImagePlus drawn, final int x,
		final int y)
	{
		Color best = Color.BLACK;
		for (int i = -3; i <= 3; i++) {
			final Color color = new Color(drawn.getProcessor().get(x + i, y));
			if (spread(color) > spread(best)) best = color;
		}
		return best;
	}

	private static int spread(final Color color) {
		return Math.max(color.getRed(), Math.max(color.getGreen(), color
			.getBlue())) - Math.min(color.getRed(), Math.min(color.getGreen(), color
				.getBlue()));
	}

	@Test
	void keysAreThoseOfImageJAsLongAsNoCellWasClicked() throws Exception {
		open();
		window.select(3);
		type('1');
		assertEquals(Map.of(), session.labels());
		click(3, 0);
		window.select(4);
		type('1');
		assertEquals(Map.of(), session.labels(), "selected elsewhere meanwhile");
	}

	@Test
	void keysCountAfterAClickBesideACellAndSayWhatToDo() throws Exception {
		open();
		click(3, 0);
		final ImageCanvas canvas = image.getCanvas();
		final Point beside = new Point(canvas.screenX(GRID), canvas.screenY(GRID));
		ShownLabels.drag(canvas, beside, beside, 0);
		assertEquals(List.of(), window.selected());
		type('1');
		assertEquals(Map.of(), session.labels());
		assertTrue(ShownWindows.onEventThread(() -> ShownWindows.all(window.frame()
			.getContentPane()).stream().anyMatch(
				part -> part instanceof final JLabel label && label.getText()
					.startsWith("Select crops first"))));
	}

	@Test
	void aCellThatIsShownFromTheWindowGetsItsClassHere() throws Exception {
		open();
		window.select(6);
		window.press(KeyEvent.VK_ENTER, InputEvent.CTRL_DOWN_MASK);
		type('2');
		assertEquals(Map.of(6, "flat"), session.labels());
	}

	@Test
	void closingGivesImageJBackWhatWasTaken() throws Exception {
		Toolbar.getInstance().setTool(Toolbar.OVAL);
		open();
		final ImageCanvas canvas = image.getCanvas();
		final int listeners = canvas.getMouseListeners().length;
		assertEquals(Toolbar.HAND, Toolbar.getToolId());
		click(5, 0);
		window.close();
		assertEquals(listeners - 1, canvas.getMouseListeners().length);
		assertEquals(Toolbar.OVAL, Toolbar.getToolId());
		assertNull(image.getOverlay());
		type('1');
		assertEquals(Map.of(), session.labels());
		image.changes = false;
		image.close();
		assertNull(image.getProcessor(), "the memory is given back");
	}

	@Test
	void theOverlayOfTheUserStaysAndItsOrderToo() throws Exception {
		open();
		window.close();
		final Roi own = new Roi(3, 3, 9, 9);
		image.setOverlay(new Overlay(own));
		final FoundRegions found = RegionSource.of(image, List.of(own));
		session = new FakeSession(1, found.regions(), "round");
		window = ShownLabels.open(session, Optional.of(new ImageCrops(image, found
			.regions(), RegionShapes.of(image, found))), list -> {});
		ShownLabels.await(() -> image.getOverlay().size() == 2 ? true : null);
		window.close();
		assertEquals(1, image.getOverlay().size());
		assertSame(own, image.getOverlay().get(0));
	}

	@Test
	void anImageThatIsClosedLeavesItsPixelsToTheGrid() throws Exception {
		open();
		image.changes = false;
		EventQueue.invokeAndWait(image::close);
		assertNotNull(image.getProcessor());
		window.select(2);
		window.type('1');
		assertEquals(Map.of(2, "round"), session.labels());
		window.close();
		assertFalse(image.isVisible());
		assertNull(image.getProcessor());
	}
}
