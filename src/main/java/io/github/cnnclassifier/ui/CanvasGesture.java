
package io.github.cnnclassifier.ui;

import java.awt.Component;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseEvent;
import java.awt.event.MouseListener;
import java.awt.event.MouseMotionListener;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.swing.SwingUtilities;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import ij.gui.Toolbar;

/**
 * Clicks on an open image and keys pressed over it, which mean something else
 * than to ImageJ for as long as this is open: a click is no selection, and a
 * key that the hand knows is no shortcut. The magnifying glass, the scrolling
 * hand (also by the space bar), the mouse wheel, the menu of the right button
 * and all other keys stay ImageJ's. When it is closed, everything is as before.
 * <p>
 * To be used on the event thread.
 */
public final class CanvasGesture implements AutoCloseable {

	/** What clicks and keys mean. */
	public interface Hand {

		/**
		 * @param x column of the pixel that was clicked, 0-based
		 * @param y row of the pixel that was clicked, 0-based
		 * @param more whether Shift was down: beside what was clicked before
		 */
		void clicked(int x, int y, boolean more);

		/**
		 * @param key that was pressed, without Ctrl, Alt or Meta
		 * @return whether it meant something; if not, it is ImageJ's
		 */
		boolean pressed(KeyEvent key);

		/** Escape was pressed, or the image is closed. */
		void ended();
	}

	private static final int OTHER_KEYS = InputEvent.CTRL_DOWN_MASK |
		InputEvent.ALT_DOWN_MASK | InputEvent.META_DOWN_MASK;

	private final ImagePlus image;
	private final Hand hand;
	private final ImageCanvas canvas;
	private final MouseListener[] clicks;
	private final MouseMotionListener[] moves;
	/** Of canvas and window, whichever has the focus. */
	private final Map<Component, KeyListener[]> keys = new LinkedHashMap<>();
	private final Mouse mouse = new Mouse();
	private final Keys keyboard = new Keys();
	private final Closing closing = new Closing();
	private boolean closed;

	/**
	 * Opens it.
	 *
	 * @param image that is shown in a window
	 * @param hand is told, on the event thread
	 */
	public CanvasGesture(final ImagePlus image, final Hand hand) {
		this.image = image;
		this.hand = hand;
		final ImageWindow window = image.getWindow();
		canvas = image.getCanvas();
		clicks = canvas.getMouseListeners();
		moves = canvas.getMouseMotionListeners();
		Arrays.stream(clicks).forEach(canvas::removeMouseListener);
		Arrays.stream(moves).forEach(canvas::removeMouseMotionListener);
		canvas.addMouseListener(mouse);
		canvas.addMouseMotionListener(mouse);
		for (final Component component : new Component[] { canvas, window }) {
			final KeyListener[] before = component.getKeyListeners();
			keys.put(component, before);
			Arrays.stream(before).forEach(component::removeKeyListener);
			component.addKeyListener(keyboard);
		}
		ImagePlus.addImageListener(closing);
	}

	/** Gives clicks and keys back to ImageJ; a second call does nothing. */
	@Override
	public void close() {
		if (closed) return;
		closed = true;
		ImagePlus.removeImageListener(closing);
		canvas.removeMouseListener(mouse);
		canvas.removeMouseMotionListener(mouse);
		Arrays.stream(clicks).forEach(canvas::addMouseListener);
		Arrays.stream(moves).forEach(canvas::addMouseMotionListener);
		keys.forEach((component, before) -> {
			component.removeKeyListener(keyboard);
			Arrays.stream(before).forEach(component::addKeyListener);
		});
	}

	/** Whether the left button is to be a click on a region. */
	private static boolean isOurs(final MouseEvent event) {
		final int tool = Toolbar.getToolId();
		return SwingUtilities.isLeftMouseButton(event) && !event.isPopupTrigger() &&
			!event.isControlDown() && !IJ.spaceBarDown() &&
			tool != Toolbar.MAGNIFIER && tool != Toolbar.HAND;
	}

	private final class Mouse implements MouseListener, MouseMotionListener {

		/** From pressing to the click that follows releasing. */
		private boolean ours;

		@Override
		public void mousePressed(final MouseEvent event) {
			ours = isOurs(event);
			if (!ours) {
				Arrays.stream(clicks).forEach(l -> l.mousePressed(event));
				return;
			}
			canvas.requestFocusInWindow();
			hand.clicked(canvas.offScreenX(event.getX()), canvas.offScreenY(event
				.getY()), event.isShiftDown());
		}

		@Override
		public void mouseReleased(final MouseEvent event) {
			if (!ours) Arrays.stream(clicks).forEach(l -> l.mouseReleased(event));
		}

		@Override
		public void mouseClicked(final MouseEvent event) {
			if (!ours) Arrays.stream(clicks).forEach(l -> l.mouseClicked(event));
		}

		@Override
		public void mouseEntered(final MouseEvent event) {
			Arrays.stream(clicks).forEach(l -> l.mouseEntered(event));
		}

		@Override
		public void mouseExited(final MouseEvent event) {
			Arrays.stream(clicks).forEach(l -> l.mouseExited(event));
		}

		@Override
		public void mouseDragged(final MouseEvent event) {
			if (!ours) Arrays.stream(moves).forEach(l -> l.mouseDragged(event));
		}

		@Override
		public void mouseMoved(final MouseEvent event) {
			Arrays.stream(moves).forEach(l -> l.mouseMoved(event));
		}
	}

	private final class Keys implements KeyListener {

		@Override
		public void keyPressed(final KeyEvent event) {
			if (event.getKeyCode() == KeyEvent.VK_ESCAPE) {
				event.consume();
				hand.ended();
				return;
			}
			final boolean plain = (event.getModifiersEx() & OTHER_KEYS) == 0;
			if (plain && hand.pressed(event)) event.consume();
			else Arrays.stream(keys.get(event.getComponent())).forEach(l -> l
				.keyPressed(event));
		}

		@Override
		public void keyReleased(final KeyEvent event) {
			// a space bar that was pressed before is still to be let go
			Arrays.stream(keys.get(event.getComponent())).forEach(l -> l.keyReleased(
				event));
		}

		@Override
		public void keyTyped(final KeyEvent event) {
			Arrays.stream(keys.get(event.getComponent())).forEach(l -> l.keyTyped(
				event));
		}
	}

	private final class Closing implements ImageListener {

		@Override
		public void imageClosed(final ImagePlus closedImage) {
			// it may be closed by a macro's thread
			if (closedImage == image) SwingUtilities.invokeLater(hand::ended);
		}

		@Override
		public void imageOpened(final ImagePlus opened) {
			// another one
		}

		@Override
		public void imageUpdated(final ImagePlus updated) {
			// still the same
		}
	}
}
