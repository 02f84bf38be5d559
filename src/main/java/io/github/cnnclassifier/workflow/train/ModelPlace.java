
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.archive.ResumeFile;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.storage.DiskTrouble;
import io.github.cnnclassifier.storage.FreeName;

/**
 * Where a new model goes: a name that needs no ending, in a folder.
 *
 * @param folder need not exist
 * @param name of the model, with or without ending
 * @param inUse files that trainings which have not ended are going to write;
 *          copied
 */
public record ModelPlace(String folder, String name, Set<Path> inUse) {

	private static final String ENDING = ".zip";
	private static final String LABELS = "labels";

	/** Copies the files. */
	public ModelPlace {
		inUse = Set.copyOf(inUse);
	}

	/** Nothing is in use. */
	public ModelPlace(final String folder, final String name) {
		this(folder, name, Set.of());
	}

	/**
	 * @param images labeled images
	 * @return a name for their model, without an ending
	 */
	public static String nameFor(final Path images) {
		final Path whole = images.toAbsolutePath().normalize();
		if (whole.getFileName() == null) return "model";
		final String last = whole.getFileName().toString();
		if (Files.isDirectory(images)) return last;
		final String name = withoutEnding(last);
		return name.equalsIgnoreCase(LABELS) ? nameForLabels(whole.getParent())
			.orElse(name) : name;
	}

	/**
	 * All lists of labels are called alike: the folder tells of what they are.
	 */
	private static Optional<String> nameForLabels(final Path folder) {
		if (folder.getFileName() == null) return Optional.empty();
		final String name = folder.getFileName().toString();
		final String of = name.replaceFirst("(?<=.) " + LABELS + "$", "");
		return Optional.of(of.equals(name) || Files.isDirectory(folder
			.resolveSibling(of)) ? of : withoutEnding(of));
	}

	private static String withoutEnding(final String name) {
		return name.replaceFirst("(?<=.)\\.[^. ]+$", "");
	}

	/**
	 * Looks at the disk.
	 *
	 * @param images labeled images
	 * @return a name for their model that is free in the folder, as far as that
	 *         is one
	 */
	public String proposed(final Path images) {
		final String other = nameFor(images);
		try {
			return new ModelPlace(folder, other, inUse).free().name();
		}
		catch (final UserFailure e) {
			// whoever judges the place says what is wrong with it
			return other;
		}
	}

	/**
	 * @return the file
	 * @throws UserFailure if there is no name, or one that cannot be a file
	 */
	public Path file() {
		final String trimmed = name.strip();
		if (trimmed.isEmpty()) throw new UserFailure(
			"Expected a name for the model, found none. Type one.");
		if (trimmed.contains("/") || trimmed.contains("\\")) throw new UserFailure(
			"Expected a name for the model without the name of a folder, found '" +
				trimmed + "'. Choose the folder beside it.");
		if (folder.isBlank()) throw new UserFailure(
			"Expected a folder for the model, found none. Choose one.");
		try {
			return Path.of(folder.strip()).toAbsolutePath().resolve(trimmed
				.toLowerCase(Locale.ROOT).endsWith(ENDING) ? trimmed : trimmed +
					ENDING);
		}
		catch (final InvalidPathException e) {
			throw new UserFailure("Expected a name that this system allows for a " +
				"file, found '" + trimmed + "' in '" + folder + "'. Change it.", e);
		}
	}

	/**
	 * @return whether there is such a file already, or soon, or a training that
	 *         was interrupted before it made one
	 */
	public boolean isTaken() {
		return isTaken(file());
	}

	private boolean isTaken(final Path file) {
		return inUse.contains(file) || ResumeFile.isTaken(file);
	}

	/**
	 * @return this place, or if the name is taken the same name with the first
	 *         number behind it that is free
	 * @throws UserFailure as {@link #file}
	 */
	public ModelPlace free() {
		if (!isTaken()) return this;
		final Path file = file();
		final String base = stem(file).replaceFirst("(?<=.)-\\d{1,6}$", "");
		return new ModelPlace(folder, stem(FreeName.numbered(file, base + "-",
			ENDING, this::isTaken)), inUse);
	}

	private static String stem(final Path file) {
		final String name = file.getFileName().toString();
		return name.substring(0, name.length() - ENDING.length());
	}

	/**
	 * @param overwrite whether an existing file may be replaced
	 * @return why nothing can be written there, a sentence; empty if it can
	 */
	public Optional<String> objection(final boolean overwrite) {
		try {
			final Path file = file();
			if (inUse.contains(file)) return Optional.of(
				"A training that has not ended writes '" + file.getFileName() +
					"'. Choose another name, such as '" + free().name() + "'.");
			if (Files.exists(file) && !Files.isRegularFile(file)) return Optional.of(
				"'" + file + "' is not a file. Choose another name.");
			if (Files.exists(file) && !overwrite) return Optional.of("There is a '" +
				file.getFileName() + "' already. Choose another name, such as '" +
				free().name() + "'.");
			TrainingFile.requireNone(file, overwrite);
			Path above = file.getParent();
			while (above != null && !Files.exists(above))
				above = above.getParent();
			if (above == null || !Files.isDirectory(above) || !Files.isWritable(
				above)) return Optional.of("Nothing can be written in '" + folder +
					"'. Choose another folder.");
			return Optional.empty();
		}
		catch (final UserFailure e) {
			return Optional.of(e.getMessage());
		}
	}

	/**
	 * Makes the folder if it does not exist.
	 *
	 * @throws UserFailure if that is not possible
	 */
	public void makeFolder() {
		final Path parent = file().getParent();
		try {
			Files.createDirectories(parent);
		}
		catch (final IOException e) {
			throw new UserFailure("Cannot make the folder '" + parent + "': " +
				DiskTrouble.reason(e) + ". Choose another one.", e);
		}
	}
}
