
package io.github.cnnclassifier.workflow.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.cnnclassifier.dataset.source.Listing;

/**
 * All files below a folder, also in linked ones. A sub-folder that cannot be
 * looked into does not end the search. Used once.
 */
final class FolderSearch {

	private final Path root;
	private final Listing.Lister lister;
	private final List<Path> files = new ArrayList<>();
	private final List<String> circles = new ArrayList<>();
	private final SortedMap<String, String> unreadable = new TreeMap<>();

	/** @param lister lists each folder */
	FolderSearch(final Path root, final Listing.Lister lister) {
		this.root = root;
		this.lister = lister;
	}

	/** @throws IOException if the folder itself cannot be looked into */
	void run() throws IOException {
		for (final Path entry : lister.of(root)) {
			visit(entry);
		}
	}

	private void visit(final Path entry) {
		if (Files.isDirectory(entry)) visitFolder(entry);
		else if (Files.isRegularFile(entry)) files.add(entry);
		else if (!Files.exists(entry)) visitUnknown(entry);
	}

	private void visitUnknown(final Path entry) {
		final Optional<String> trouble = Listing.trouble(entry);
		// A link whose file is gone counts: it becomes a row that says so.
		if (trouble.isEmpty()) files.add(entry);
		else if (!isHidden(entry)) unreadable.put(name(entry), trouble.get());
	}

	private void visitFolder(final Path folder) {
		final List<Path> entries;
		try {
			if (Listing.leadsBack(folder)) {
				circles.add(name(folder));
				return;
			}
			entries = lister.of(folder);
		}
		catch (final IOException e) {
			if (!isHidden(folder)) unreadable.put(name(folder), Listing.reason(e));
			return;
		}
		entries.forEach(this::visit);
	}

	/** @return all of them, hidden ones too */
	List<Path> files() {
		return files;
	}

	/** @return names of links that lead back to a folder that they are in */
	List<String> circles() {
		return circles;
	}

	/**
	 * @return by name of a sub-folder or file, the reason why it was not searched
	 */
	SortedMap<String, String> unreadable() {
		return unreadable;
	}

	/** @return the path below the folder, separated by '/' */
	String name(final Path path) {
		return root.relativize(path).toString().replace(root.getFileSystem()
			.getSeparator(), "/");
	}

	boolean isHidden(final Path path) {
		for (final Path part : root.relativize(path)) {
			if (part.toString().startsWith(".")) return true;
		}
		return false;
	}
}
