
package io.github.cnnclassifier.workflow.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.cnnclassifier.dataset.source.StackFiles;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * The images in a folder and its sub-folders, without labels.
 *
 * @param root the folder
 * @param files in the order of their names, which no file system decides
 * @param filtered how many images the filter leaves out
 * @param leftOut how many files are hidden or not named like an image
 */
record ImageFolder(Path root, List<Path> files, int filtered, int leftOut) {

	/**
	 * @param root searched with its sub-folders, also linked ones; hidden files
	 *          and files that no image is named like are left out
	 * @param filter what else names decide
	 * @param reader tells by name what an image is
	 * @return at least one file
	 * @throws UserFailure if it is no folder, holds no image, or links lead in a
	 *           circle
	 * @throws IOException if it cannot be searched
	 */
	static ImageFolder scan(final Path root, final NameFilter filter,
		final ImageReader reader) throws IOException
	{
		if (!Files.isDirectory(root)) throw new UserFailure(
			"Expected a folder with images, but '" + root + "' " + (Files.exists(root)
				? "is a file." : "does not exist."));
		try (Stream<Path> found = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
			final List<Path> all = found.filter(ImageFolder::isFile).toList();
			final Map<String, Path> byName = new TreeMap<>();
			all.stream().filter(f -> !isHidden(root, f)).filter(
				reader::looksLikeImage).forEach(f -> byName.put(name(root, f), f));
			if (byName.isEmpty()) throw new UserFailure(
				"Expected a folder with images, but found none in '" + root +
					"' and its sub-folders.");
			final int images = byName.size();
			byName.keySet().removeIf(filter.test().negate());
			if (byName.isEmpty()) throw new UserFailure(
				"Expected images named like " + filter.words() + " in '" + root +
					"', but none of its " + images +
					" images is. Change include or skip.");
			final List<Path> files = List.copyOf(byName.values());
			return new ImageFolder(root, files, images - files.size(), all.size() -
				images);
		}
		catch (final UncheckedIOException e) {
			// how a stream tells of links in a circle, or of a folder it may not read
			if (e.getCause() instanceof final FileSystemLoopException loop)
				throw new UserFailure("Expected folders that end, but the link '" + loop
					.getFile() +
					"' leads back to a folder that it is in. Remove the link.", e);
			throw e.getCause();
		}
	}

	/**
	 * @param opened reads the files and knows what becomes of stacks
	 * @param remarks is told what there is to say of files
	 * @param progress cancels
	 * @return one input per file, or per plane, in order
	 * @throws CanceledException if the user stopped the run
	 */
	List<FileInput> inputs(final StackFiles opened, final FileRemarks remarks,
		final Progress progress)
	{
		final List<FileInput> inputs = new ArrayList<>();
		for (final Path file : files) {
			progress.checkCanceled();
			final int count = opened.count(file);
			for (int i = 0; i < count; i++) {
				inputs.add(new FileInput(opened, remarks, file, name(root, file), i,
					count));
			}
		}
		return inputs;
	}

	private static String name(final Path root, final Path file) {
		return root.relativize(file).toString().replace(root.getFileSystem()
			.getSeparator(), "/");
	}

	/** A link whose file is gone counts: it becomes a row that says so. */
	private static boolean isFile(final Path path) {
		return Files.isRegularFile(path) || Files.isSymbolicLink(path) && Files
			.notExists(path);
	}

	private static boolean isHidden(final Path root, final Path file) {
		for (final Path part : root.relativize(file)) {
			if (part.toString().startsWith(".")) return true;
		}
		return false;
	}
}
