
package io.github.cnnclassifier.dataset.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;

/**
 * Finds the files that an image list names: absolute, or relative to the folder
 * of the list, or to a folder "images" in it.
 */
final class ListPaths {

	private static final String IMAGES = "images";

	private final Path folder;

	ListPaths(final Path list) {
		folder = list.toAbsolutePath().getParent();
	}

	/**
	 * @return the same path for the same file, however it is written
	 * @throws UserFailure if there is no such file
	 */
	Path find(final String text) {
		try {
			// lists written on Windows are read elsewhere
			for (final String path : List.of(text, text.replace('\\', '/'))) {
				for (final Path base : List.of(folder, folder.resolve(IMAGES))) {
					final Path file = base.resolve(path);
					if (Files.isRegularFile(file)) return file.normalize();
				}
			}
		}
		catch (final InvalidPathException e) {
			throw new UserFailure("This system cannot have a file of this name.", e);
		}
		throw new UserFailure(Path.of(text).isAbsolute() ? "There is no such file."
			: "There is no such file in '" + folder + "' or its folder '" + IMAGES +
				"'.");
	}
}
