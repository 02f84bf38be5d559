
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.cnnclassifier.storage.DiskTrouble;

/** Folders listed the same way on every file system. */
public final class Listing {

	/** Lists a folder. */
	@FunctionalInterface
	public interface Lister {

		/**
		 * @param folder an existing one
		 * @return its entries, in an order that no file system decides
		 * @throws IOException if it cannot be looked into
		 */
		List<Path> of(Path folder) throws IOException;
	}

	private Listing() {}

	/**
	 * @param folder an existing one
	 * @return the entries of a folder, by code point of their names
	 * @throws IOException if it cannot be looked into
	 */
	public static List<Path> of(final Path folder) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			return entries.sorted(Comparator.comparing(Listing::name,
				CodePointOrder.INSTANCE)).collect(Collectors.toList());
		}
		catch (final UncheckedIOException e) {
			throw e.getCause();
		}
	}

	/**
	 * @param trouble that a sub-folder made
	 * @return the reason why what is in it has no result, for the user
	 */
	public static String reason(final IOException trouble) {
		return "This folder cannot be looked into: " + DiskTrouble.reason(trouble) +
			". Images that it may have are missing here. Check its permissions.";
	}

	/**
	 * @param entry of a folder
	 * @return the reason, for the user, why the file system does not even tell
	 *         whether it is a file or a folder; empty if it does, and for a link
	 *         whose target is gone
	 */
	public static Optional<String> trouble(final Path entry) {
		try {
			Files.readAttributes(entry, BasicFileAttributes.class);
			return Optional.empty();
		}
		catch (final NoSuchFileException e) {
			return Optional.empty();
		}
		catch (final IOException e) {
			return Optional.of("This file or folder cannot be looked at: " +
				DiskTrouble.reason(e) + ". Check its permissions.");
		}
	}

	/**
	 * @param folder an existing one
	 * @return whether it is a link whose content would have no end
	 * @throws IOException if the file system does not tell
	 */
	public static boolean leadsBack(final Path folder) throws IOException {
		return Files.isSymbolicLink(folder) && folder.toAbsolutePath().getParent()
			.toRealPath().startsWith(folder.toRealPath());
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
