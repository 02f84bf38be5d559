
package io.github.cnnclassifier.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

/**
 * Checks, before any work is done, that results can be written, and removes
 * what killed runs have left where they go.
 */
public final class Outputs {

	private Outputs() {}

	/**
	 * @param file where a result shall be written
	 * @param overwrite whether an existing file may be replaced
	 * @throws UserFailure if the path is no file, cannot be written, or exists
	 *           and may not be replaced
	 */
	public static void requireWritableFile(final Path file,
		final boolean overwrite)
	{
		if (Files.isDirectory(file)) throw new UserFailure(
			"Expected a file to write, but '" + file +
				"' is a folder. Name a file inside it.");
		if (Files.exists(file) && !Files.isRegularFile(file)) throw new UserFailure(
			"Expected a file to write, but '" + file +
				"' is a device or pipe, which would be replaced. Name a file.");
		if (Files.exists(file) && !overwrite) throw new ExistingFile("The file '" +
			file + "' exists already. Choose another name, or set overwrite=true.",
			file);
		if (Files.exists(file) && !Files.isWritable(file)) throw new UserFailure(
			"The file '" + file +
				"' cannot be written. Choose another place, or change its permissions.");
		requireWritableParent(file.toAbsolutePath().getParent());
	}

	/**
	 * @param folder where results shall be written; need not exist
	 * @throws UserFailure if it is a file or cannot be written to
	 */
	public static void requireWritableFolder(final Path folder) {
		if (Files.exists(folder) && !Files.isDirectory(folder))
			throw new UserFailure("Expected a folder to write to, but '" + folder +
				"' is a file. Name a folder.");
		requireWritableParent(folder.toAbsolutePath());
	}

	/**
	 * For results that are several files in one folder, the key {@code output}.
	 *
	 * @param folder where they shall be; need not exist
	 * @param names of the files
	 * @param overwrite whether existing ones may be replaced
	 * @param inputs that are read and never replaced
	 * @throws WrongUsage if one of the files is one that is read
	 * @throws UserFailure if the folder is a file or cannot be written to, or one
	 *           of the files exists and may not be replaced
	 * @throws IOException if the disk fails
	 */
	public static void requireWritableFiles(final Path folder,
		final List<String> names, final boolean overwrite, final Path... inputs)
		throws IOException
	{
		requireWritableFolder(folder);
		for (final String name : names) {
			requireNotRead("output", folder.resolve(name), folder, inputs);
			requireWritableFile(folder.resolve(name), overwrite);
		}
	}

	/**
	 * Pictures in it would be taken for images of a class the next time.
	 *
	 * @param folder where results shall be written; need not exist
	 * @param images a folder that is read
	 * @throws UserFailure if it is inside of that
	 */
	public static void requireOutside(final Path folder, final Path images) {
		if (folder.toAbsolutePath().normalize().startsWith(images.toAbsolutePath()
			.normalize())) throw new UserFailure(
				"Expected a report folder outside of the images, found '" + folder +
					"', which is inside '" + images + "'. Choose another place.");
	}

	/**
	 * Whatever may be overwritten, nothing that is read is.
	 *
	 * @param key of the result, for the message
	 * @param output where it shall be written
	 * @param inputs that are read; need not exist
	 * @throws WrongUsage if it is one of them, by its name or by a link
	 * @throws IOException if the disk fails
	 */
	public static void requireOther(final String key, final Path output,
		final Path... inputs) throws IOException
	{
		requireNotRead(key, output, output, inputs);
	}

	/** @param named by the key: the file, or a folder that it goes to */
	private static void requireNotRead(final String key, final Path output,
		final Path named, final Path... inputs) throws IOException
	{
		for (final Path input : inputs) {
			if (isSame(output, input)) throw new WrongUsage("Expected " + key +
				" to be another file than those that are read, found '" + output +
				"', which would be lost. Choose another name.", otherName(key, named));
		}
	}

	private static Mend otherName(final String key, final Path output) {
		final Path free = FreeName.beside(output);
		return Mend.of("Use '" + free.getFileName() + "'", key, free.toString());
	}

	/**
	 * @param a need not exist
	 * @param b need not exist
	 * @return whether both are one file
	 * @throws IOException if the disk fails
	 */
	public static boolean isSame(final Path a, final Path b) throws IOException {
		return a.toAbsolutePath().normalize().equals(b.toAbsolutePath()
			.normalize()) || Files.exists(a) && Files.exists(b) && Files.isSameFile(a,
				b);
	}

	private static void requireWritableParent(final Path folder) {
		Path existing = folder;
		while (existing != null && !Files.exists(existing)) {
			existing = existing.getParent();
		}
		if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(
			existing)) throw new UserFailure("Cannot write to the folder '" + folder +
				"'. Choose another place, or change its permissions.");
		removeAbandoned(folder);
	}

	private static void removeAbandoned(final Path folder) {
		try {
			PendingFile.removeAbandoned(folder);
			OutputClaim.removeAbandoned(folder);
		}
		catch (final IOException e) {
			// it stays: what another run has left is no reason not to work
			return;
		}
	}
}
