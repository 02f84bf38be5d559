
package io.github.cnnclassifier.augment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

/** From what a user writes after {@code augmentation=} to an augmentation. */
public final class Augmentations {

	private static final List<String> ENDINGS = List.of(".yaml", ".yml");
	private static final long MOST_BYTES = 1 << 16;

	private Augmentations() {}

	/** @return the names of the presets, weakest first */
	public static List<String> names() {
		return Augmentation.PRESETS.stream().map(Augmentation::name).toList();
	}

	/** @return the names of all presets but this one, as a list in words */
	static String others(final Augmentation preset) {
		final List<String> others = names().stream().filter(name -> !name.equals(
			preset.name())).toList();
		final int last = others.size() - 1;
		return String.join(", ", others.subList(0, last)) + " or " + others.get(
			last);
	}

	/**
	 * For a training, whose images can decide.
	 *
	 * @param nameOrFile {@code auto}, or as for {@link #resolve}
	 * @return the augmentation, {@link Augmentation#AUTO} for {@code auto}
	 * @throws WrongUsage if it is neither
	 * @throws UserFailure if the file cannot be read or is wrong
	 */
	public static Augmentation forTraining(final String nameOrFile) {
		if (nameOrFile.equals(Augmentation.AUTO.name())) return Augmentation.AUTO;
		final List<String> names = new ArrayList<>(List.of(Augmentation.AUTO
			.name()));
		names.addAll(names());
		return resolve(nameOrFile, names);
	}

	/**
	 * @param nameOrFile the name of a preset, or the path of a file that ends
	 *          with {@code .yaml} or {@code .yml} and is written as
	 *          {@link AugmentationYaml} says
	 * @return the augmentation
	 * @throws WrongUsage if it is neither
	 * @throws UserFailure if the file cannot be read or is wrong
	 */
	public static Augmentation resolve(final String nameOrFile) {
		return resolve(nameOrFile, names());
	}

	/** @param names to list if it is none of them */
	private static Augmentation resolve(final String nameOrFile,
		final List<String> names)
	{
		for (final Augmentation preset : Augmentation.PRESETS) {
			if (preset.name().equals(nameOrFile)) return preset;
		}
		if (ENDINGS.stream().noneMatch(nameOrFile.toLowerCase(
			Locale.ROOT)::endsWith)) throw new WrongUsage(
				"Expected one of the augmentations " + names.stream().map(n -> "'" + n +
					"'").collect(Collectors.joining(", ")) +
					" or a file that ends with " + String.join(" or ", ENDINGS) +
					", got '" + nameOrFile + "'.");
		return read(path(nameOrFile));
	}

	private static Path path(final String name) {
		try {
			return Path.of(name);
		}
		catch (final InvalidPathException e) {
			throw new WrongUsage(
				"Expected an augmentation file with a name that this system allows, got '" +
					name + "'.");
		}
	}

	private static Augmentation read(final Path file) {
		if (!Files.isRegularFile(file)) throw new UserFailure(
			"There is no augmentation file '" + file +
				"'. Check its name and folder.");
		try {
			if (Files.size(file) > MOST_BYTES) throw new UserFailure(
				"The augmentation file '" + file + "' is too large: expected at most " +
					MOST_BYTES + " bytes, got " + Files.size(file) + ".");
			return AugmentationYaml.read(file.getFileName().toString(), Files
				.readString(file, StandardCharsets.UTF_8));
		}
		catch (final IOException e) {
			throw new UserFailure("The augmentation file '" + file +
				"' cannot be read: " + e + ". Expected a text file in UTF-8.", e);
		}
	}
}
