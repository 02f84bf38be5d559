
package io.github.cnnclassifier.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

/** Checks, before any work is done, that results can be written. */
public final class Outputs {

	private Outputs() {}

	/**
	 * @param file where a result shall be written
	 * @param overwrite whether an existing file may be replaced
	 * @throws UserFailure if the path is a folder, cannot be written, or exists
	 *           and may not be replaced
	 */
	public static void requireWritableFile(final Path file,
		final boolean overwrite)
	{
		if (Files.isDirectory(file)) throw new UserFailure(
			"Expected a file to write, but '" + file +
				"' is a folder. Name a file inside it.");
		if (Files.exists(file) && !overwrite) throw new UserFailure("The file '" +
			file + "' exists already. Choose another name, or set overwrite=true.");
		if (Files.exists(file) && !Files.isWritable(file)) throw new UserFailure(
			"The file '" + file +
				"' cannot be written. Choose another place, or change its permissions.");
		requireWritableParent(file.toAbsolutePath().getParent());
	}

	/**
	 * @param files where several results of one run shall be written, by the keys
	 *          that name them; empty for a result that is not wanted
	 * @param overwrite whether existing files may be replaced
	 * @throws WrongUsage if two of them are the same file
	 * @throws UserFailure as for one file
	 */
	public static void requireWritableFiles(
		final Map<String, Optional<Path>> files, final boolean overwrite)
	{
		final Map<Path, String> keys = new HashMap<>();
		// sorted, so that messages do not change from run to run
		final Map<String, Optional<Path>> sorted = new TreeMap<>(files);
		sorted.forEach((key, wanted) -> wanted.ifPresent(file -> {
			final String other = keys.put(file.toAbsolutePath().normalize(), key);
			if (other != null) throw new WrongUsage(
				"Expected a file of its own for each result, found " + other + " and " +
					key + " both '" + file + "'. Rename one.");
		}));
		sorted.values().stream().flatMap(Optional::stream).forEach(
			file -> requireWritableFile(file, overwrite));
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
