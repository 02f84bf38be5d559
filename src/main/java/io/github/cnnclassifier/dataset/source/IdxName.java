
package io.github.cnnclassifier.dataset.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an IDX images file's name: for
 * {@code emnist-letters-test-images-idx3-ubyte.gz} the family
 * {@code emnist-letters-} and the test side.
 */
final class IdxName {

	private static final Pattern IMAGES = Pattern.compile(
		"(?i)(.*?)(train|t10k|test)?([-_.]?)images([-.]idx)3([-.]ubyte)(\\.gz)?");

	private final Path file;
	private final Matcher parts;

	private IdxName(final Path file, final Matcher parts) {
		this.file = file;
		this.parts = parts;
	}

	/** @return empty if the name is not one of an IDX images file */
	static Optional<IdxName> of(final Path file) {
		final Matcher parts = IMAGES.matcher(Listing.name(file));
		return parts.matches() ? Optional.of(new IdxName(file, parts)) : Optional
			.empty();
	}

	Path file() {
		return file;
	}

	/** @return what the files of one data set have in common */
	String family() {
		return parts.group(1).toLowerCase(Locale.ROOT);
	}

	/** @return null if the name does not tell */
	Side side() {
		final String word = parts.group(2);
		if (word == null) return null;
		return word.equalsIgnoreCase("train") ? Side.TRAINING : Side.TEST;
	}

	boolean isPacked() {
		return parts.group(6) != null;
	}

	/** @return the name without .gz, so that packed and plain are named alike */
	String plainName() {
		final String name = Listing.name(file);
		return isPacked() ? name.substring(0, name.length() - 3) : name;
	}

	/** @return the plain name of the labels file that belongs to it */
	String labelsName() {
		final String side = parts.group(2) == null ? "" : parts.group(2);
		return parts.group(1) + side + parts.group(3) + "labels" + parts.group(4) +
			"1" + parts.group(5);
	}

	/** @return the labels file among the neighbors, plain before packed */
	Optional<Path> labelsFile(final List<Path> neighbors) {
		for (final String ending : List.of("", ".gz")) {
			for (final Path neighbor : neighbors) {
				if (Listing.name(neighbor).equalsIgnoreCase(labelsName() + ending))
					return Optional.of(neighbor);
			}
		}
		return Optional.empty();
	}
}
