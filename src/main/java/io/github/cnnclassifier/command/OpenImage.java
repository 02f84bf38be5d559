
package io.github.cnnclassifier.command;

import ij.ImagePlus;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.MeantImage;

/** Checks that the host has really handed over an image. */
final class OpenImage {

	private OpenImage() {}

	/**
	 * @param image null, empty (Fiji makes one of 0 x 0 pixels for an unknown
	 *          title), closed or real
	 * @return the image
	 * @throws UserFailure if there is none, or it is a plot, preview or map that
	 *           was made by one of our commands
	 */
	static ImagePlus required(final ImagePlus image) {
		if (image == null || image.getWidth() == 0) throw new UserFailure(
			"Expected an open image, found none. Open one first, for instance with " +
				"File > Open Samples.");
		MeantImage.requireNoDrawing(image);
		ImagePlusAdapter.requireNotClosed(image);
		return image;
	}

	/**
	 * Keeps other commands from changing the image, and its pixels in memory when
	 * its window is closed. The caller unlocks it.
	 *
	 * @param image as for {@link #required}
	 * @return the image, locked
	 * @throws UserFailure if there is none, or another command is at work on it
	 */
	static ImagePlus locked(final ImagePlus image) {
		final ImagePlus open = required(image);
		if (!open.lockSilently()) throw new UserFailure("The image '" + open
			.getTitle() + "' is locked, as another command is at work on it. Wait " +
			"until that has ended, or let Plugins > Utilities > Reset... unlock it.");
		return open;
	}
}
