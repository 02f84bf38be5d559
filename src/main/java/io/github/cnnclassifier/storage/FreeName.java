
package io.github.cnnclassifier.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Names of files that do not exist yet. */
public final class FreeName {

	private FreeName() {}

	/**
	 * @param path of a file or folder
	 * @return the same if nothing is there, else the first of "name-2.zip",
	 *         "name-3.zip" and so on where nothing is
	 */
	public static Path beside(final Path path) {
		return beside(path, Files::exists);
	}

	/**
	 * @param path of a file or folder
	 * @param taken whether a path cannot be used
	 * @return the same if it is not taken, else the first of "name-2.zip",
	 *         "name-3.zip" and so on that is not
	 */
	public static Path beside(final Path path, final Predicate<Path> taken) {
		final Path last = path.getFileName();
		if (last == null || !taken.test(path)) return path;
		final String name = last.toString();
		final int dot = Files.isDirectory(path) ? -1 : name.lastIndexOf('.');
		final String start = dot < 1 ? name : name.substring(0, dot);
		final String ending = dot < 1 ? "" : name.substring(dot);
		return numbered(path, start + "-", ending, taken);
	}

	/**
	 * @param path of a file or folder
	 * @param start of the name, before the number
	 * @param ending of the name, behind the number
	 * @param taken whether a path cannot be used
	 * @return the first path beside it, from number 2 on, that is not taken
	 */
	public static Path numbered(final Path path, final String start,
		final String ending, final Predicate<Path> taken)
	{
		for (int i = 2;; i++) {
			final Path free = path.resolveSibling(start + i + ending);
			if (!taken.test(free)) return free;
		}
	}
}
