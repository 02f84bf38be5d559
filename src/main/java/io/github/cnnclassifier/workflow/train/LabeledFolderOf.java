
package io.github.cnnclassifier.workflow.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageReader;

/** Finds the labeled images that an image file is one of. */
public final class LabeledFolderOf {

	private LabeledFolderOf() {}

	/**
	 * @param file of an image or stack
	 * @param reader tells what is an image
	 * @return the folder with its class folders, or, if stacks are the classes,
	 *         that of the stack
	 * @throws UserFailure if the file is in no folder
	 */
	public static Path of(final Path file, final ImageReader reader) {
		final Path folder = file.toAbsolutePath().normalize().getParent();
		if (folder == null) throw new UserFailure(
			"Expected an image in a folder, " + "found '" + file + "'.");
		final Path above = folder.getParent();
		if (above == null || !isWithoutClasses(folder, reader)) return folder;
		return above;
	}

	/** Then the folder is itself that of a class. */
	private static boolean isWithoutClasses(final Path folder,
		final ImageReader reader)
	{
		return LabeledImages.openAsFound(folder, reader, Set.of()).labels().equals(
			List.of(LabeledImages.NO_CLASS));
	}
}
