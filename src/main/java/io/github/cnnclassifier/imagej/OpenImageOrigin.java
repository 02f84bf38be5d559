
package io.github.cnnclassifier.imagej;

import ij.ImagePlus;
import ij.io.FileInfo;
import io.github.cnnclassifier.image.ImageOrigin;

/** Tells where an open image came from. */
public final class OpenImageOrigin {

	private OpenImageOrigin() {}

	/**
	 * @param image open, only read
	 * @return its title, and the file it was opened from
	 */
	public static ImageOrigin of(final ImagePlus image) {
		final String title = image.getTitle().isBlank() ? "image" : image
			.getTitle();
		return new ImageOrigin(title, place(image.getOriginalFileInfo(), title));
	}

	private static String place(final FileInfo file, final String title) {
		if (file == null || file.fileName == null || file.fileName.isEmpty())
			return title;
		if (file.directory != null && !file.directory.isEmpty()) return file
			.getFilePath();
		return file.url != null && !file.url.isEmpty() ? file.url : title;
	}
}
