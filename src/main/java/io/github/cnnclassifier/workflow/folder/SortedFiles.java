
package io.github.cnnclassifier.workflow.folder;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.cnnclassifier.dataset.source.SafeName;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.storage.WholeFile;

/**
 * Puts files into folders of classes, keeping the sub-folders they are in, so
 * that no two names collide. What is there already is never replaced; the very
 * same file is left as it is, so that a run can be continued.
 */
final class SortedFiles {

	private final Sorting sorting;
	private final List<String> folders;

	/**
	 * @param sorting where and how
	 * @param answers one folder for each
	 */
	SortedFiles(final Sorting sorting, final ClassLabels answers) {
		this.sorting = sorting;
		this.folders = folders(answers.names());
	}

	/** Names that every system allows, different even if case does not count. */
	private static List<String> folders(final List<String> answers) {
		final List<String> folders = new ArrayList<>();
		final Set<String> taken = new HashSet<>();
		for (final String answer : answers) {
			final String safe = SafeName.of(answer);
			String name = safe;
			for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
				name = safe + "-" + i;
			}
			folders.add(name);
		}
		return folders;
	}

	/**
	 * @param image an existing file
	 * @param name its path inside the searched folder
	 * @param answer 0-based
	 * @throws IOException if it cannot be read, or another file is in its place
	 * @throws UserFailure if no file can be put there
	 */
	void put(final Path image, final String name, final int answer)
		throws IOException
	{
		final Path target = sorting.folder().resolve(folders.get(answer)).resolve(
			name);
		if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
			if (!isThere(image, target)) throw new FileSystemException(target
				.toString(), null, "another file is in its place");
			return;
		}
		if (sorting.by() == Sorting.By.LINK) link(image, target);
		else WholeFile.write(target, out -> Files.copy(image, out));
	}

	private boolean isThere(final Path image, final Path target)
		throws IOException
	{
		if (Files.isSymbolicLink(target)) return Files.exists(target) && Files
			.isSameFile(image, target);
		return Files.isRegularFile(target) && Files.mismatch(image, target) < 0;
	}

	private static void link(final Path image, final Path target)
		throws IOException
	{
		Files.createDirectories(target.getParent());
		final Path real = image.toRealPath();
		try {
			Files.createSymbolicLink(target, real);
		}
		catch (final UnsupportedOperationException | FileSystemException e) {
			throw new UserFailure("The link '" + target + "' cannot be made: " + e
				.getMessage() + ". Some systems and disks do not allow symbolic " +
				"links. The table is complete; sortBy=copy with resume=true sorts by " +
				"copies.", e);
		}
	}
}
