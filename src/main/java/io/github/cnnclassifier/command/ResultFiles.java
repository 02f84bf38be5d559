
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.io.FileInfo;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.storage.FreeName;
import io.github.cnnclassifier.storage.Outputs;

/**
 * The files that a command is to write, checked before any work is done: each
 * has its own name, and none replaces what the command reads, whatever may be
 * overwritten.
 */
final class ResultFiles {

	/** What ImageJ takes for an image of this format by its name. */
	static final String[] TIFF = { ".tif", ".tiff" };

	private final Map<String, Path> files = new LinkedHashMap<>();
	private final Map<String, String[]> endings = new LinkedHashMap<>();

	/**
	 * @param key of the input
	 * @param file what it holds; a file of an empty name counts as missing
	 * @param allowed how the name may end; none for any
	 * @return this
	 */
	ResultFiles add(final String key, final File file, final String... allowed) {
		ClassifierCommand.optional(file).ifPresent(path -> {
			files.put(key, path);
			endings.put(key, allowed);
		});
		return this;
	}

	/**
	 * @param overwrite whether existing files may be replaced
	 * @param image that is read; null for none
	 * @param inputs other files that are read, some of them missing
	 * @throws WrongUsage if a name is not possible for its result, or stands for
	 *           another result or an input
	 * @throws UserFailure if a file exists already or cannot be written
	 * @throws IOException if the disk fails
	 */
	void require(final boolean overwrite, final ImagePlus image,
		final File... inputs) throws IOException
	{
		final Path[] read = Stream.concat(fileOf(image).stream(), Arrays.stream(
			inputs).map(ClassifierCommand::optional).flatMap(Optional::stream))
			.toArray(Path[]::new);
		for (final Map.Entry<String, Path> file : files.entrySet()) {
			requireSingle(file.getKey(), file.getValue());
			requireEnding(file.getKey(), file.getValue());
			Outputs.requireOther(file.getKey(), file.getValue(), read);
			Outputs.requireWritableFile(file.getValue(), overwrite);
		}
	}

	private void requireSingle(final String key, final Path file)
		throws IOException
	{
		for (final Map.Entry<String, Path> other : files.entrySet()) {
			if (!other.getKey().equals(key) && Outputs.isSame(file, other.getValue()))
				throw new WrongUsage("Expected a file of its own for each result, " +
					"found '" + file + "' for " + key + " and " + other.getKey() +
					". Rename one of them.", named(other.getKey(), FreeName.beside(file,
						path -> Files.exists(path) || files.containsValue(path))));
		}
	}

	private void requireEnding(final String key, final Path file) {
		final String name = file.toString().toLowerCase(Locale.ROOT);
		final String[] allowed = endings.get(key);
		if (allowed.length == 0 || Arrays.stream(allowed).anyMatch(name::endsWith))
			return;
		throw new WrongUsage("Expected " + key + " to end with " + String.join(
			" or ", allowed) + ", which is what it will hold, found '" + file +
			"'. Add it to the name.", named(key, file.resolveSibling(file
				.getFileName() + allowed[0])));
	}

	private static Mend named(final String key, final Path file) {
		return Mend.of("Use '" + file.getFileName() + "'", key, file.toString());
	}

	private static Optional<Path> fileOf(final ImagePlus image) {
		final FileInfo info = image == null ? null : image.getOriginalFileInfo();
		if (info == null || info.fileName == null || info.directory == null ||
			info.directory.isEmpty() || info.url != null && !info.url.isEmpty())
			return Optional.empty();
		return Optional.of(ClassifierCommand.path(new File(info.directory,
			info.fileName)));
	}
}
