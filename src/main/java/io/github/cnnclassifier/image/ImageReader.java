
package io.github.cnnclassifier.image;

import java.io.IOException;
import java.nio.file.Path;

/** Reads an image file. Implementations are thread-safe. */
public interface ImageReader {

	/**
	 * @param file an existing file
	 * @return its pixels, without display range or look-up table
	 * @throws IOException with a reason that a user understands, if the file is
	 *           not an image, is damaged, or is not one single image (a stack of
	 *           slices or frames)
	 */
	SampleImage read(Path file) throws IOException;

	/**
	 * Tells from the name alone whether a file is worth opening.
	 *
	 * @param file need not exist
	 * @return false for a name that no image has, such as a text file
	 */
	boolean looksLikeImage(Path file);
}
