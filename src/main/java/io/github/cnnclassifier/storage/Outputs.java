
package io.github.cnnclassifier.storage;

import java.nio.file.Files;
import java.nio.file.Path;

import io.github.cnnclassifier.failure.UserFailure;

/** Checks, before any work is done, that results can be written. */
public final class Outputs {

	private Outputs() {}

	/**
	 * @param file where a result shall be written
	 * @param overwrite whether an existing file may be replaced
	 * @throws UserFailure if the path is no file, cannot be written, or exists
	 *           and may not be replaced
	 */
	public static void requireWritableFile(final Path file,
		final boolean overwrite)
	{
		if (Files.isDirectory(file)) throw new UserFailure(
			"Expected a file to write, but '" + file +
				"' is a folder. Name a file inside it.");
		if (Files.exists(file) && !Files.isRegularFile(file)) throw new UserFailure(
			"Expected a file to write, but '" + file +
				"' is a device or pipe, which would be replaced. Name a file.");
		if (Files.exists(file) && !overwrite) throw new UserFailure("The file '" +
			file + "' exists already. Choose another name, or set overwrite=true.");
		if (Files.exists(file) && !Files.isWritable(file)) throw new UserFailure(
			"The file '" + file +
				"' cannot be written. Choose another place, or change its permissions.");
		requireWritableParent(file.toAbsolutePath().getParent());
	}

	/**
	 * @param folder where results shall be written; need not exist
	 * @throws UserFailure if it is a file or cannot be written to
	 */
	public static void requireWritableFolder(final Path folder) {
		if (Files.exists(folder) && !Files.isDirectory(folder))
			throw new UserFailure("Expected a folder to write to, but '" + folder +
				"' is a file. Name a folder.");
		requireWritableParent(folder.toAbsolutePath());
	}

	private static void requireWritableParent(final Path folder) {
		Path existing = folder;
		while (existing != null && !Files.exists(existing)) {
			existing = existing.getParent();
		}
		if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(
			existing)) throw new UserFailure("Cannot write to the folder '" + folder +
				"'. Choose another place, or change its permissions.");
	}
}
