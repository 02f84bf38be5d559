
package io.github.cnnclassifier.workflow.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.cnnclassifier.dataset.source.Listing;
import io.github.cnnclassifier.dataset.source.StackFiles;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * The images in a folder and its sub-folders, without labels.
 *
 * @param files by their names below the folder, separated by '/'
 * @param filtered how many images the filter leaves out
 * @param leftOut how many files are hidden or not named like an image
 * @param circles names of links that lead back to a folder that they are in,
 *          which are not followed
 * @param unreadable by name of what could not be looked at, mostly sub-folders,
 *          the reason for the user
 */
record ImageFolder(SortedMap<String, Path> files, int filtered, int leftOut,
		List<String> circles, SortedMap<String, String> unreadable)
{

	/**
	 * @param root searched with its sub-folders, also linked ones; hidden files
	 *          and files that no image is named like are left out
	 * @param filter what else names decide
	 * @param reader tells by name what an image is
	 * @return at least one file, or a sub-folder that could not be looked into
	 * @throws UserFailure if it is no folder or holds no image
	 * @throws IOException if the folder itself cannot be looked into
	 */
	static ImageFolder scan(final Path root, final NameFilter filter,
		final ImageReader reader) throws IOException
	{
		return scan(root, filter, reader, Listing::of);
	}

	static ImageFolder scan(final Path root, final NameFilter filter,
		final ImageReader reader, final Listing.Lister lister) throws IOException
	{
		if (!Files.isDirectory(root)) throw new UserFailure(
			"Expected a folder with images, but '" + root + "' " + (Files.exists(root)
				? "is a file." : "does not exist."));
		final FolderSearch search = new FolderSearch(root, lister);
		search.run();
		final SortedMap<String, Path> byName = new TreeMap<>();
		search.files().stream().filter(f -> !search.isHidden(f)).filter(
			reader::looksLikeImage).forEach(f -> byName.put(search.name(f), f));
		final int images = byName.size();
		final boolean whole = search.unreadable().isEmpty();
		if (images == 0 && whole) throw new UserFailure(
			"Expected a folder with images, but found none in '" + root +
				"' and its sub-folders.");
		byName.keySet().removeIf(filter.test().negate());
		if (byName.isEmpty() && whole) throw new UserFailure(
			"Expected images named like " + filter.words() + " in '" + root +
				"', but none of its " + images + " images is. Change include or skip.");
		return new ImageFolder(byName, images - byName.size(), search.files()
			.size() - images, search.circles(), search.unreadable());
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
		files.forEach((name, file) -> {
			progress.checkCanceled();
			final int count = opened.count(file);
			for (int i = 0; i < count; i++) {
				inputs.add(new FileInput(opened, remarks, file, name, i, count));
			}
		});
		return inputs;
	}
}
