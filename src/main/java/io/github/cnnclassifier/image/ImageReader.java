
package io.github.cnnclassifier.image;

import java.io.IOException;
import java.nio.file.Path;

import io.github.cnnclassifier.failure.UserFailure;

/** Reads image files. Implementations are thread-safe. */
public interface ImageReader {

	/**
	 * @param file an existing file
	 * @return its pixels, without display range or look-up table
	 * @throws IOException with a reason that a user understands, if the file is
	 *           not an image, is damaged, or is not one single image (a stack of
	 *           slices or frames)
	 * @throws UserFailure if it is too large for the memory
	 */
	SampleImage read(Path file) throws IOException;

	/**
	 * Opens a file that may be a stack.
	 *
	 * @param file an existing file
	 * @return its planes; unless overridden, the single image that {@link #read}
	 *         gives
	 * @throws IOException as {@link #read}, but not for stacks
	 */
	default ImagePlanes planes(final Path file) throws IOException {
		return ImagePlanes.of(read(file));
	}

	/**
	 * Tells how many planes a file has without reading its pixels where the
	 * format allows it. What the file really holds shows when it is read.
	 *
	 * @param file an existing file
	 * @return slices times frames; unless overridden 1
	 * @throws IOException if the file cannot be understood
	 */
	default int planeCount(final Path file) throws IOException {
		return 1;
	}

	/**
	 * Tells from the name alone whether a file is worth opening.
	 *
	 * @param file need not exist
	 * @return false for a name that no image has, such as a text file
	 */
	boolean looksLikeImage(Path file);
}
