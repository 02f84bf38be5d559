
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Folders listed the same way on every file system. */
final class Listing {

	private Listing() {}

	/** @return the entries of a folder, by code point of their names */
	static List<Path> of(final Path folder) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.sorted(Comparator.comparing(Listing::name,
				CodePointOrder.INSTANCE)).collect(Collectors.toList());
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
	}

	/** @return the last part of the path */
	static String name(final Path path) {
		return path.getFileName().toString();
	}

	/** @return whether files of this kind are not meant to be seen */
	static boolean isHidden(final Path path) throws IOException {
		return name(path).startsWith(".") || Files.isHidden(path);
	}
}
