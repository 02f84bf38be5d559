
package io.github.cnnclassifier.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

/** From what a user writes after {@code network=} to an architecture. */
public final class Architectures {

	private static final String ENDING = ".json";
	private static final long MOST_BYTES = 4L << 20;

	private Architectures() {}

	/**
	 * @param nameOrFile the name of a preset, or the path of a file that ends
	 *          with {@code .json} and is written as {@link ArchitectureJson} says
	 * @return the architecture
	 * @throws WrongUsage if it is neither
	 * @throws UserFailure if the file cannot be read or is wrong
	 */
	public static Architecture resolve(final String nameOrFile) {
		if (Presets.names().contains(nameOrFile)) return Presets.named(nameOrFile);
		if (!nameOrFile.endsWith(ENDING)) throw new WrongUsage(
			"Expected one of the networks " + String.join(", ", Presets.names()) +
				" or a file that ends with " + ENDING + ", got '" + nameOrFile + "'.");
		final Path file = path(nameOrFile);
		if (!Files.isRegularFile(file)) throw new UserFailure(
			"There is no network description '" + file +
				"'. Check its name and folder.");
		try {
			if (Files.size(file) > MOST_BYTES) throw new UserFailure(
				"The network description " + file + " is too large: expected at most " +
					MOST_BYTES + " bytes, got " + Files.size(file) + ".");
			return ArchitectureJson.read(file.getFileName().toString(), Files
				.readString(file, StandardCharsets.UTF_8));
		}
		catch (final IOException e) {
			throw new UserFailure("The network description " + file +
				" cannot be read: " + e + ". Expected a text file in UTF-8.", e);
		}
	}

	private static Path path(final String name) {
		try {
			return Path.of(name);
		}
		catch (final InvalidPathException e) {
			throw new WrongUsage(
				"Expected a network description with a name that this system allows, got '" +
					Legible.quote(name) + "'.");
		}
	}
}
