
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
import java.util.List;
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
	private final Mouse mouse = new Mouse();
	private final Keys keyboard = new Keys();
	private final Images images = new Images();
	private ImageWindow window;
	private ImageCanvas canvas;
	/** ImageJ's own listeners, which are not where they were. */
	private List<MouseListener> clicks = List.of();
	private List<MouseMotionListener> moves = List.of();
	/** Of canvas and window, whichever has the focus. */
	private final Map<Component, List<KeyListener>> keys = new LinkedHashMap<>();
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
		take();
		ImagePlus.addImageListener(images);
	}

	/**
	 * ImageJ's own listeners make room. Those of others stay, behind this one, so
	 * that whoever has added one can remove it whenever that is due; they see
	 * what is taken as consumed.
	 */
	private void take() {
		window = image.getWindow();
		canvas = image.getCanvas();
		final MouseListener[] allClicks = canvas.getMouseListeners();
		final MouseMotionListener[] allMoves = canvas.getMouseMotionListeners();
		clicks = ofImageJ(allClicks, canvas);
		moves = ofImageJ(allMoves, canvas);
		Arrays.stream(allClicks).forEach(canvas::removeMouseListener);
		Arrays.stream(allMoves).forEach(canvas::removeMouseMotionListener);
		canvas.addMouseListener(mouse);
		canvas.addMouseMotionListener(mouse);
		others(allClicks, clicks).forEach(canvas::addMouseListener);
		others(allMoves, moves).forEach(canvas::addMouseMotionListener);
		for (final Component component : List.of(canvas, window)) {
			final KeyListener[] all = component.getKeyListeners();
			final List<KeyListener> own = ofImageJ(all, component);
			keys.put(component, own);
			Arrays.stream(all).forEach(component::removeKeyListener);
			component.addKeyListener(keyboard);
			others(all, own).forEach(component::addKeyListener);
		}
	}

	/** Those that are there now, and ImageJ's own before them. */
	private void giveBack() {
		canvas.removeMouseListener(mouse);
		canvas.removeMouseMotionListener(mouse);
		final MouseListener[] otherClicks = canvas.getMouseListeners();
		final MouseMotionListener[] otherMoves = canvas.getMouseMotionListeners();
		Arrays.stream(otherClicks).forEach(canvas::removeMouseListener);
		Arrays.stream(otherMoves).forEach(canvas::removeMouseMotionListener);
		clicks.forEach(canvas::addMouseListener);
		moves.forEach(canvas::addMouseMotionListener);
		Arrays.stream(otherClicks).forEach(canvas::addMouseListener);
		Arrays.stream(otherMoves).forEach(canvas::addMouseMotionListener);
		keys.forEach((component, own) -> {
			component.removeKeyListener(keyboard);
			final KeyListener[] others = component.getKeyListeners();
			Arrays.stream(others).forEach(component::removeKeyListener);
			own.forEach(component::addKeyListener);
			Arrays.stream(others).forEach(component::addKeyListener);
		});
		keys.clear();
	}

	private static <L> List<L> ofImageJ(final L[] listeners,
		final Component component)
	{
		return Arrays.stream(listeners).filter(l -> l == component || l == IJ
			.getInstance()).toList();
	}

	private static <L> List<L> others(final L[] all, final List<L> own) {
		return Arrays.stream(all).filter(l -> !own.contains(l)).toList();
	}

	/** A stack, say, gets another window than its first slice had. */
	private void follow() {
		if (closed) return;
		final ImageWindow now = image.getWindow();
		if (now == null || now.isClosed() || image.getCanvas() == null) hand
			.ended();
		else if (now != window || image.getCanvas() != canvas) {
			giveBack();
			take();
		}
	}

	/** Gives clicks and keys back to ImageJ; a second call does nothing. */
	@Override
	public void close() {
		if (closed) return;
		closed = true;
		ImagePlus.removeImageListener(images);
		giveBack();
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
				clicks.forEach(l -> l.mousePressed(event));
				return;
			}
			event.consume();
			canvas.requestFocusInWindow();
			hand.clicked(canvas.offScreenX(event.getX()), canvas.offScreenY(event
				.getY()), event.isShiftDown());
		}

		@Override
		public void mouseReleased(final MouseEvent event) {
			if (ours) event.consume();
			else clicks.forEach(l -> l.mouseReleased(event));
		}

		@Override
		public void mouseClicked(final MouseEvent event) {
			if (ours) event.consume();
			else clicks.forEach(l -> l.mouseClicked(event));
		}

		@Override
		public void mouseEntered(final MouseEvent event) {
			clicks.forEach(l -> l.mouseEntered(event));
		}

		@Override
		public void mouseExited(final MouseEvent event) {
			clicks.forEach(l -> l.mouseExited(event));
		}

		@Override
		public void mouseDragged(final MouseEvent event) {
			if (ours) event.consume();
			else moves.forEach(l -> l.mouseDragged(event));
		}

		@Override
		public void mouseMoved(final MouseEvent event) {
			moves.forEach(l -> l.mouseMoved(event));
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
			else own(event).forEach(l -> l.keyPressed(event));
		}

		@Override
		public void keyReleased(final KeyEvent event) {
			// a space bar that was pressed before is still to be let go
			own(event).forEach(l -> l.keyReleased(event));
		}

		@Override
		public void keyTyped(final KeyEvent event) {
			own(event).forEach(l -> l.keyTyped(event));
		}

		private List<KeyListener> own(final KeyEvent event) {
			return keys.getOrDefault(event.getComponent(), List.of());
		}
	}

	/** Another window may be on its way, made by a macro's thread. */
	private final class Images implements ImageListener {

		@Override
		public void imageClosed(final ImagePlus closedImage) {
			// also told when another window has replaced that of the image
			if (closedImage == image) SwingUtilities.invokeLater(
				CanvasGesture.this::follow);
		}

		@Override
		public void imageOpened(final ImagePlus opened) {
			if (opened == image) SwingUtilities.invokeLater(
				CanvasGesture.this::follow);
		}

		@Override
		public void imageUpdated(final ImagePlus updated) {
			if (updated == image && (updated.getWindow() != window || updated
				.getCanvas() != canvas)) SwingUtilities.invokeLater(
					CanvasGesture.this::follow);
		}
	}
}
