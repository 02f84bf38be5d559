
package io.github.cnnclassifier.workflow.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
	 *         that of the stack; empty if the image has no class, as it lies by
	 *         itself, for instance in the home folder
	 * @throws UserFailure if the file is in no folder
	 */
	public static Optional<Path> of(final Path file, final ImageReader reader) {
		final Path folder = file.toAbsolutePath().normalize().getParent();
		if (folder == null) throw new UserFailure(
			"Expected an image in a folder, " + "found '" + file + "'.");
		if (!isWithoutClasses(folder, reader)) return Optional.of(folder);
		final Path above = folder.getParent();
		return above == null || isForAnything(folder) || isForAnything(above)
			? Optional.empty() : Optional.of(above);
	}

	/** Then the folder is itself that of a class. */
	private static boolean isWithoutClasses(final Path folder,
		final ImageReader reader)
	{
		return LabeledImages.openAsFound(folder, reader, Set.of()).labels().equals(
			List.of(LabeledImages.NO_CLASS));
	}

	/** What lies in a home or at the root are no classes. */
	private static boolean isForAnything(final Path folder) {
		return folder.getParent() == null || folder.equals(Path.of(System
			.getProperty("user.home")).toAbsolutePath().normalize());
	}
}
