
package io.github.cnnclassifier.imagej;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.List;

import ij.WindowManager;
import ij.gui.GUI;
import ij.gui.ImageWindow;

/** The place of a window that tells of an image and must not hide it. */
final class BesideImage {

	private BesideImage() {}

	/** Moves a window off the image in front, if there is room for that. */
	static void place(final Window window) {
		final ImageWindow image = WindowManager.getCurrentWindow();
		if (image == null || !image.isShowing()) return;
		window.setLocation(placeOf(window.getBounds(), image.getBounds(), GUI
			.getMaxWindowBounds(image)));
	}

	/**
	 * @param window where it is
	 * @param image that is to be seen
	 * @param screen where windows have room
	 * @return where it does not hide the image: as it is, below, on the right or
	 *         on the left of it; as it is if there is no room
	 */
	static Point placeOf(final Rectangle window, final Rectangle image,
		final Rectangle screen)
	{
		final Point now = window.getLocation();
		if (!window.intersects(image)) return now;
		return List.of(new Point(window.x, image.y + image.height), new Point(
			image.x + image.width, window.y), new Point(image.x - window.width,
				window.y)).stream().filter(place -> screen.contains(new Rectangle(place,
					window.getSize()))).findFirst().orElse(now);
	}
}
