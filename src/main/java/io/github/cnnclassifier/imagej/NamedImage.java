
package io.github.cnnclassifier.imagej;

import java.util.Optional;

import ij.ImagePlus;
import ij.WindowManager;

/** Finds the open image that somebody has named. */
public final class NamedImage {

	private static final String ID = "-\\d{1,9}";

	private NamedImage() {}

	/**
	 * @param titleOrId title of an open image, or its ID as macros have it, such
	 *          as -3; space around it does not count unless it is part of a title
	 * @return the image; of several of that title the first; empty if none is
	 *         open
	 */
	public static Optional<ImagePlus> of(final String titleOrId) {
		final String name = titleOrId.strip();
		ImagePlus found = null;
		if (name.matches(ID)) found = WindowManager.getImage(Integer.parseInt(
			name));
		if (found == null) found = WindowManager.getImage(titleOrId);
		if (found == null) found = WindowManager.getImage(name);
		return Optional.ofNullable(found);
	}
}
