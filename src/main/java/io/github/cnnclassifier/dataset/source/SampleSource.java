
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.util.Optional;

import io.github.cnnclassifier.image.SampleImage;

/**
 * Where the pixels of one sample come from. Implementations are thread-safe.
 */
@FunctionalInterface
public interface SampleSource {

	/**
	 * @return the image, read anew each time
	 * @throws IOException with a reason that a user understands, if it cannot be
	 *           read
	 */
	SampleImage read() throws IOException;

	/**
	 * @return the image, read anew each time, and the planes of its file; unless
	 *         overridden one slice and one frame
	 * @throws IOException as {@link #read}
	 */
	default FileImage readWithPlanes() throws IOException {
		return FileImage.single(read());
	}

	/**
	 * @return for a plane of a stack the name of the whole, whose planes may get
	 *         one answer together; null for any other image
	 */
	default String stack() {
		return null;
	}

	/**
	 * @return where in which file the pixels are; unless overridden nowhere, as
	 *         of images that are no files by themselves
	 */
	default Optional<ImagePlace> place() {
		return Optional.empty();
	}
}
