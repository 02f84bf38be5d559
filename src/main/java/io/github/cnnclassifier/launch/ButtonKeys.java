
package io.github.cnnclassifier.launch;

import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;

import ij.gui.GenericDialog;

/**
 * The keys of a button inside of a dialog: Enter presses it. With the listener
 * of the dialog itself, Enter would press OK.
 */
final class ButtonKeys extends KeyAdapter {

	private final GenericDialog dialog;
	private final Runnable pressed;

	/**
	 * @param dialog gets all other keys, such as Escape
	 * @param pressed what the button does
	 */
	ButtonKeys(final GenericDialog dialog, final Runnable pressed) {
		this.dialog = dialog;
		this.pressed = pressed;
	}

	@Override
	public void keyPressed(final KeyEvent event) {
		if (event.getKeyCode() == KeyEvent.VK_ENTER) pressed.run();
		else dialog.keyPressed(event);
	}
}
