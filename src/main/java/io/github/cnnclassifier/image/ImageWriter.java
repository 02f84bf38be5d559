
package io.github.cnnclassifier.image;

import java.io.IOException;
import java.nio.file.Path;

/** Writes an image file. Implementations are thread-safe. */
public interface ImageWriter {

	/**
	 * @param image to write
	 * @param file appears whole or not at all, an existing one is replaced;
	 *          missing folders are made. Read again, it has the same values,
	 *          channels, bit depth and pixel size
	 * @throws IOException if it cannot be written
	 */
	void write(SampleImage image, Path file) throws IOException;

	/** @return what names of such files end with, for instance ".tif" */
	String extension();
}
