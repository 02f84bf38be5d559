
package io.github.cnnclassifier.ui;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;

import javax.swing.JFrame;

import ij.WindowManager;

/**
 * Windows that are no images of ImageJ, but stand in its menu Window while they
 * are open. To be used on the event thread.
 */
public final class ListedWindow {

	private ListedWindow() {}

	/**
	 * Makes a window as large as it should be, but no larger than the screen.
	 *
	 * @param frame the window
	 * @param width in pixels
	 * @param height in pixels
	 */
	public static void fit(final JFrame frame, final int width,
		final int height)
	{
		final Rectangle screen = screen();
		frame.setSize(Math.min(width, screen.width), Math.min(height,
			screen.height));
	}

	/** @return where windows have room, without bars of the desktop */
	public static Rectangle screen() {
		return GraphicsEnvironment.getLocalGraphicsEnvironment()
			.getMaximumWindowBounds();
	}

	/**
	 * Shows a window and lists it until it is disposed of.
	 *
	 * @param frame the window, where it is to be
	 * @param closed done after it was disposed of
	 */
	public static void show(final JFrame frame, final Runnable closed) {
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent event) {
				WindowManager.removeWindow(frame);
				closed.run();
			}
		});
		WindowManager.addWindow(frame);
		frame.setVisible(true);
	}
}
