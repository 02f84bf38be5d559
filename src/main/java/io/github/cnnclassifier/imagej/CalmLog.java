
package io.github.cnnclassifier.imagej;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.AWTEventListener;

import javax.swing.Timer;

import ij.IJ;
import ij.WindowManager;
import ij.text.TextWindow;

/**
 * ImageJ's log, whose window opens behind the one that is used and without
 * taking the focus: what a run tells on the way is no reason to take the
 * keyboard from somebody.
 */
public final class CalmLog {

	private static final String TITLE = "Log";
	private static final int MILLIS_TO_COME = 400;

	private CalmLog() {}

	/** @param line that is added to the log; on any thread */
	public static void log(final String line) {
		if (!Hosts.hasWindow() || WindowManager.getFrame(TITLE) != null) {
			IJ.log(line);
			return;
		}
		// ImageJ makes the window and shows it in one step; between them comes this
		final AWTEventListener calm = event -> set(event.getSource(), false);
		Toolkit.getDefaultToolkit().addAWTEventListener(calm,
			AWTEvent.CONTAINER_EVENT_MASK);
		try {
			IJ.log(line);
		}
		finally {
			Toolkit.getDefaultToolkit().removeAWTEventListener(calm);
			set(WindowManager.getFrame(TITLE), true);
			keepInFront();
			// the window manager may put the new window on top only now
			EventQueue.invokeLater(() -> {
				final Timer again = new Timer(MILLIS_TO_COME, event -> keepInFront());
				again.setRepeats(false);
				again.start();
			});
		}
	}

	/** What somebody is using at the moment is not hidden by it. */
	private static void keepInFront() {
		final Window used = KeyboardFocusManager.getCurrentKeyboardFocusManager()
			.getActiveWindow();
		if (used != null && used != WindowManager.getFrame(TITLE)) used.toFront();
	}

	private static void set(final Object source, final boolean takesFocus) {
		if (source instanceof TextWindow && source instanceof final Window window)
			window.setAutoRequestFocus(takesFocus);
	}
}
