
package io.github.cnnclassifier.ui.label;

import java.awt.Component;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.OptionalInt;

import javax.swing.SwingUtilities;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.TextRoi;
import ij.gui.Toolbar;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.Plane;
import io.github.cnnclassifier.imagej.roi.RegionAt;

/**
 * Labels on the open image that the crops were taken from: a click selects a
 * cell, a key gives it a class. What it needs of ImageJ it gives back when it
 * is closed: listeners, the overlay, the tool. On the event thread.
 */
final class ImageLabeling {

	private final ImageCrops crops;
	private final CropGrid grid;
	private final LabelActions actions;
	private final CellMarks marks;
	private final MouseAdapter clicks = new MouseAdapter() {

		@Override
		public void mousePressed(final MouseEvent event) {
			// not what somebody means who corrects classes on the same image
			if (SwingUtilities.isLeftMouseButton(event) && !event.isPopupTrigger() &&
				!event.isConsumed()) pressed = event.getPoint();
		}

		@Override
		public void mouseReleased(final MouseEvent event) {
			final Point begin = pressed;
			pressed = null;
			if (begin != null && begin.distance(event.getPoint()) < CLICK) click(
				event);
		}
	};
	private final KeyEventDispatcher keys = this::isTaken;
	private final ImageListener images = new ImageListener() {

		@Override
		public void imageOpened(final ImagePlus image) {
			if (image == crops.image()) SwingUtilities.invokeLater(
				ImageLabeling.this::attach);
		}

		@Override
		public void imageUpdated(final ImagePlus image) {
			if (image == crops.image() && image.getCanvas() != canvas) SwingUtilities
				.invokeLater(ImageLabeling.this::attach);
		}

		@Override
		public void imageClosed(final ImagePlus image) {
			if (image == crops.image()) SwingUtilities.invokeLater(
				ImageLabeling.this::detach);
		}
	};

	/** So many pixels are still a click. */
	private static final int CLICK = 4;

	private Point pressed;
	private volatile ImageCanvas canvas;
	private Overlay managed;
	private int tool;
	private boolean open;
	/** What was selected by clicks on this image, or shown on it. */
	private int[] clicked = new int[0];
	/** Whether the last click was beside the cells. */
	private boolean missed;

	/**
	 * @param crops where they are
	 * @param grid has the selection
	 * @param actions of the keys
	 */
	ImageLabeling(final ImageCrops crops, final CropGrid grid,
		final LabelActions actions)
	{
		this.crops = crops;
		this.grid = grid;
		this.actions = actions;
		marks = new CellMarks(crops, grid);
	}

	void open() {
		open = true;
		// the pixels are needed as long as there are crops, whatever is closed
		crops.image().setIgnoreFlush(true);
		ImagePlus.addImageListener(images);
		KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(
			keys);
		tool = Toolbar.getToolId();
		// others would draw selections where somebody clicks
		if (Toolbar.getInstance() != null) Toolbar.getInstance().setTool(
			Toolbar.HAND);
		attach();
	}

	void close() {
		open = false;
		ImagePlus.removeImageListener(images);
		KeyboardFocusManager.getCurrentKeyboardFocusManager()
			.removeKeyEventDispatcher(keys);
		detach();
		if (Toolbar.getInstance() != null && Toolbar.getToolId() == Toolbar.HAND)
			Toolbar.getInstance().setTool(tool);
		crops.image().setIgnoreFlush(false);
		if (!crops.image().isVisible()) crops.image().flush();
	}

	/** To the window that the image has now. */
	private void attach() {
		final ImageCanvas now = crops.image().getCanvas();
		if (!open || now == canvas) return;
		detach();
		// that of a closed window stays for a while
		if (now == null || !crops.image().isVisible()) return;
		canvas = now;
		now.addMouseListener(clicks);
		// they would be drawn over the labels
		managed = now.getShowAllList();
		now.setShowAllList(null);
		final Overlay overlay = crops.image().getOverlay();
		final Overlay with = overlay == null ? new Overlay() : overlay;
		with.add(marks);
		crops.image().setOverlay(with);
	}

	private void detach() {
		if (canvas == null) return;
		canvas.removeMouseListener(clicks);
		if (managed != null && canvas.getShowAllList() == null) canvas
			.setShowAllList(managed);
		managed = null;
		canvas = null;
		final Overlay overlay = crops.image().getOverlay();
		if (overlay == null) return;
		for (int i = overlay.size() - 1; i >= 0; i--) {
			// equal ones are not the same
			if (overlay.get(i) == marks) overlay.remove(i);
		}
		crops.image().setOverlay(overlay.size() == 0 ? null : overlay);
	}

	/** Draws labels and selection as they are now. */
	void repaint() {
		if (canvas != null) canvas.repaint();
	}

	/** Shows where the crop in front is. */
	void show(final int crop) {
		final ImagePlus image = crops.image();
		if (crop < 0 || crop >= crops.regions().size() || canvas == null) return;
		final RegionOfInterest region = crops.regions().get(crop);
		image.setPosition(image.getC(), region.slice(), region.frame());
		final Rectangle view = new Rectangle(canvas.getSrcRect());
		final Region box = region.bounds();
		if (!view.contains(box.x(), box.y(), box.width(), box.height())) {
			view.setLocation(box.x() + box.width() / 2 - view.width / 2, box.y() + box
				.height() / 2 - view.height / 2);
			canvas.setSourceRect(view);
		}
		image.draw();
		if (image.getWindow() != null) image.getWindow().toFront();
		// who has been shown a cell gives it its class here
		clicked = grid.selected();
	}

	private void click(final MouseEvent event) {
		final Plane plane = ImagePlusAdapter.currentPlane(crops.image());
		final OptionalInt crop = RegionAt.of(crops.regions(), canvas.offScreenX(
			event.getX()), canvas.offScreenY(event.getY()), plane.slice(), plane
				.frame());
		final boolean adds = event.isShiftDown() || event.isControlDown() || event
			.isMetaDown();
		missed = crop.isEmpty() && !adds;
		if (crop.isEmpty()) {
			if (!adds) grid.clearSelection();
		}
		else if (adds) grid.toggle(crop.getAsInt());
		else grid.goTo(new int[] { crop.getAsInt() });
		clicked = grid.selected();
	}

	/**
	 * Only keys of the image's own window that mean a label count, and only after
	 * a click on a cell, or just beside one, as 1, 2 and 3 would begin a gel: all
	 * others are ImageJ's.
	 */
	private boolean isTaken(final KeyEvent event) {
		final Component at = event.getComponent();
		if (canvas == null || at != canvas && at != crops.image().getWindow() ||
			crops.image().getRoi() instanceof TextRoi || clicked.length == 0 &&
				!missed || !Arrays.equals(clicked, grid.selected())) return false;
		if (event.isControlDown() || event.isMetaDown()) return event
			.getID() == KeyEvent.KEY_PRESSED && isUndo(event);
		if (event.isAltDown() || event.isShiftDown()) return false;
		final char key = Character.toLowerCase(event.getKeyChar());
		final boolean known = grid.looks().of(key).isPresent() ||
			key == KeyEvent.VK_ENTER || key == KeyEvent.VK_DELETE ||
			key == KeyEvent.VK_BACK_SPACE;
		if (!known || event.getID() == KeyEvent.KEY_RELEASED) return false;
		if (event.getID() == KeyEvent.KEY_PRESSED) label(key);
		return true;
	}

	private boolean isUndo(final KeyEvent event) {
		final boolean undo = event.getKeyCode() == KeyEvent.VK_Z && grid.session()
			.canUndo();
		if (undo) {
			actions.undo();
			clicked = grid.selected();
		}
		return undo;
	}

	private void label(final char key) {
		switch (key) {
			case KeyEvent.VK_ENTER -> actions.confirm(false);
			case KeyEvent.VK_DELETE, KeyEvent.VK_BACK_SPACE -> actions.unlabel();
			default -> actions.giveKey(key, false);
		}
		clicked = grid.selected();
	}
}
