
package io.github.cnnclassifier.tour;

import static io.github.cnnclassifier.launch.ShownWindows.onEventThread;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.List;

import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/**
 * The hand of a person: it moves the mouse to what is on the screen, presses
 * its button, types, and counts how often. It cannot touch what a person could
 * not: what is gray, scrolled out of sight or beyond the edge of the screen.
 */
final class Hand {

	/** What shift makes of the keys of a keyboard as in the United States. */
	private static final String SHIFTED = "~!@#$%^&*()_+{}|:\"<>?";
	private static final String PLAIN = "`1234567890-=[]\\;',./";

	/** One opens it, one takes an entry. */
	static final int CLICKS_OF_A_MENU = 2;

	private final Robot robot;
	private final Rectangle screen;
	private int clicks;
	private int keys;

	/**
	 * @param screen where windows can be touched
	 * @param pause milliseconds between two movements
	 */
	Hand(final Rectangle screen, final int pause) throws AWTException {
		this.screen = screen;
		robot = new Robot();
		robot.setAutoDelay(pause);
	}

	/** @return how often a button of the mouse was pressed */
	int clicks() {
		return clicks;
	}

	/** @return how many keys were pressed, each character of a text for one */
	int keys() {
		return keys;
	}

	/** Clicks in the middle of what is seen of something. */
	void click(final Component on) throws Exception {
		click(on, null);
	}

	/** @param part of it, in its own pixels; null for all of it */
	void click(final Component on, final Rectangle part) throws Exception {
		moveTo(on, part);
		press();
	}

	/** Clicks on the title of a window, for what is no part of a task. */
	void touchTitle(final Window window) {
		final int before = clicks;
		move(new Point(window.getX() + window.getWidth() / 2, window.getY() + 8));
		press();
		clicks = before;
	}

	void doubleClick(final Component on, final Rectangle part) throws Exception {
		click(on, part);
		press();
	}

	/** Clicks while a key is held. */
	void clickWith(final int held, final Component on, final Rectangle part)
		throws Exception
	{
		moveTo(on, part);
		robot.keyPress(held);
		press();
		robot.keyRelease(held);
		robot.waitForIdle();
	}

	/**
	 * Opens a menu and takes an entry. That counts as two clicks, as where a menu
	 * stays open and submenus open below the mouse; on X11 it takes one long one.
	 */
	void choose(final List<MenuPlace> entries) throws Exception {
		boolean down = false;
		for (final MenuPlace entry : entries) {
			move(entry.await());
			if (!down) robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
			down = true;
			// a menu listens to movements alone
			robot.mouseMove(entry.await().x + 3, entry.await().y);
			robot.waitForIdle();
		}
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
		count(CLICKS_OF_A_MENU);
	}

	/** Counts clicks that were made in another way. */
	void count(final int others) {
		clicks += others;
	}

	/** Presses a key while others are held. */
	void key(final int code, final int... held) {
		for (final int other : held)
			robot.keyPress(other);
		robot.keyPress(code);
		robot.keyRelease(code);
		for (int i = held.length - 1; i >= 0; i--)
			robot.keyRelease(held[i]);
		robot.waitForIdle();
		keys++;
	}

	void type(final String text) {
		for (final char c : text.toCharArray()) {
			final int shifted = SHIFTED.indexOf(c);
			final char on = shifted >= 0 ? PLAIN.charAt(shifted) : c;
			final int code = KeyEvent.getExtendedKeyCodeForChar(on);
			if (shifted >= 0 || Character.isUpperCase(c)) key(code,
				KeyEvent.VK_SHIFT);
			else key(code);
		}
	}

	/** Types in the place of what a field has. */
	void typeOver(final JComponent field, final String text) throws Exception {
		click(field);
		key(KeyEvent.VK_A, KeyEvent.VK_CONTROL);
		type(text);
	}

	private void press() {
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
		clicks++;
	}

	private void moveTo(final Component on, final Rectangle part)
		throws Exception
	{
		move(place(on, part));
		final Window window = on instanceof final Window itself ? itself
			: SwingUtilities.getWindowAncestor(on);
		if (onEventThread(() -> window.getMousePosition() == null))
			throw new AssertionError(Words.of(on) + " is covered by another window");
	}

	private void move(final Point to) {
		robot.mouseMove(to.x, to.y);
		robot.waitForIdle();
	}

	private Point place(final Component on, final Rectangle part)
		throws Exception
	{
		final Point place = onEventThread(() -> {
			if (!on.isShowing()) throw new AssertionError(Words.of(on) +
				" is not there");
			if (!on.isEnabled()) throw new AssertionError(Words.of(on) +
				" stays gray");
			final Rectangle seen = on instanceof final JComponent swing ? swing
				.getVisibleRect() : new Rectangle(new Dimension(on.getSize()));
			final Rectangle there = part == null ? seen : seen.intersection(part);
			if (there.isEmpty()) throw new AssertionError(Words.of(on) +
				" is out of sight");
			final Point middle = new Point((int) there.getCenterX(), (int) there
				.getCenterY());
			SwingUtilities.convertPointToScreen(middle, on);
			return middle;
		});
		if (!screen.contains(place)) throw new AssertionError(Words.of(on) +
			" is not on the screen, but at " + place.x + ", " + place.y);
		return place;
	}
}
