
package io.github.cnnclassifier.ui;

import java.awt.Component;
import java.io.IOException;

import javax.swing.JOptionPane;

import io.github.cnnclassifier.storage.DiskTrouble;

/** Tells why something that somebody asked for was not done. */
public final class NotDone {

	private NotDone() {}

	/**
	 * @param trouble with a disk
	 * @return the reason, a sentence
	 */
	public static String reason(final IOException trouble) {
		return "It was not done: " + DiskTrouble.reason(trouble) + ".";
	}

	/**
	 * Opens a small dialog; on the event thread.
	 *
	 * @param window above which it stands; may be closed by now
	 * @param reason one or more sentences, each of which gets a line
	 */
	public static void show(final Component window, final String reason) {
		// a dialog would bring a closed window back to life
		JOptionPane.showMessageDialog(window.isDisplayable() ? window : null, Plain
			.text(reason.replace(". ", ".\n")), "Not done",
			JOptionPane.WARNING_MESSAGE);
	}
}
