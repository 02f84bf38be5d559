
package io.github.cnnclassifier.storage;

import java.nio.file.Files;
import java.nio.file.Path;

/** Names of files that do not exist yet. */
public final class FreeName {

	private FreeName() {}

	/**
	 * @param path of a file or folder
	 * @return the same if nothing is there, else the first of "name-2.zip",
	 *         "name-3.zip" and so on where nothing is
	 */
	public static Path beside(final Path path) {
		final Path last = path.getFileName();
		if (last == null || !Files.exists(path)) return path;
		final String name = last.toString();
		final int dot = Files.isDirectory(path) ? -1 : name.lastIndexOf('.');
		final String start = dot < 1 ? name : name.substring(0, dot);
		final String ending = dot < 1 ? "" : name.substring(dot);
		Path free = path;
		for (int i = 2; Files.exists(free); i++) {
			free = path.resolveSibling(start + "-" + i + ending);
		}
		return free;
	}
}
