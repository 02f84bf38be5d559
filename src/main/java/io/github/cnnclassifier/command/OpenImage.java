
package io.github.cnnclassifier.command;

import ij.ImagePlus;
import io.github.cnnclassifier.failure.UserFailure;

/** Checks that the host has really handed over an image. */
final class OpenImage {

	private OpenImage() {}

	/**
	 * @param image null, empty (Fiji makes one of 0 x 0 pixels for an unknown
	 *          title) or real
	 * @return the image
	 * @throws UserFailure if there is none
	 */
	static ImagePlus required(final ImagePlus image) {
		if (image == null || image.getWidth() == 0) throw new UserFailure(
			"Expected an open image, found none. Open one first, for instance with " +
				"File > Open Samples.");
		return image;
	}
}
