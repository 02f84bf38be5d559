
package io.github.cnnclassifier.ui.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * The image in front. All but {@link #title} and {@link #label} look at the
 * disk: not for the event thread.
 */
public interface FrontImage {

	/** @return what it is called */
	String title();

	/** @return how many planes it has */
	int planes();

	/** @return the file that has what is seen; empty if there is none */
	Optional<Path> file();

	/** @return why there is no such file, a sentence; empty if there is one */
	String difference();

	/** @return where it could be saved, a file that does not exist */
	Path proposed();

	/**
	 * Saves it as a TIFF file, which is its file from then on.
	 *
	 * @param file that does not exist
	 * @throws UserFailure with a reason for the user
	 * @throws IOException with a reason for the user
	 */
	void save(Path file) throws IOException;

	/** Begins to label its planes, and returns at once. */
	void label();
}
