
package io.github.cnnclassifier.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

import io.github.cnnclassifier.failure.UserFailure;

/** Says in words what the file system reports by types. */
public final class DiskTrouble {

	private DiskTrouble() {}

	/**
	 * @param trouble while reading or writing
	 * @return what happened to which file, and what to do
	 */
	public static UserFailure told(final IOException trouble) {
		return new UserFailure("A file could not be read or written: " + reason(
			trouble) + ". Check the place, its permissions and the free space.",
			trouble);
	}

	/**
	 * @param trouble while reading or writing
	 * @return what happened to which file, in a few words
	 */
	public static String reason(final IOException trouble) {
		if (trouble instanceof final NoSuchFileException e) return "'" + e
			.getFile() + "' does not exist";
		if (trouble instanceof final AccessDeniedException e) return "no " +
			"permission for '" + e.getFile() + "'";
		if (trouble instanceof final FileSystemException e && e.getReason() != null)
			return "'" + e.getFile() + "': " + e.getReason();
		return trouble.getMessage() == null ? "the disk does not say why" : trouble
			.getMessage();
	}
}
