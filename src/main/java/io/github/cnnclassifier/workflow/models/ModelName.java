
package io.github.cnnclassifier.workflow.models;

import java.nio.file.Path;
import java.util.Locale;

import io.github.cnnclassifier.archive.ResumeFile;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.storage.FreeName;

/** What a model file may be called, on every system. */
final class ModelName {

	private static final String ENDING = ".zip";
	private static final String FORBIDDEN = "/\\:*?\"<>|";
	private static final int LONGEST = 120;

	private ModelName() {}

	/**
	 * @param name as a user typed it
	 * @return with the ending of a model file
	 * @throws WrongUsage if some system does not allow it
	 */
	static String of(final String name) {
		final String stripped = name.strip();
		final String base = stripped.toLowerCase(Locale.ROOT).endsWith(ENDING)
			? stripped.substring(0, stripped.length() - ENDING.length()) : stripped;
		final boolean allowed = base.chars().noneMatch(c -> FORBIDDEN.indexOf(
			c) >= 0) && Legible.isLine(base) && !base.startsWith(".") && !base
				.endsWith(".") && !base.endsWith(" ");
		if (base.isEmpty() || !allowed || base.length() > LONGEST)
			throw new WrongUsage("Expected a name of 1 to " + LONGEST +
				" letters for a model, without the characters " + String.join(" ",
					FORBIDDEN.split("")) + " and without a point at its ends, found '" +
				Legible.quote(name) + "'. Choose another name.");
		return base + ENDING;
	}

	/**
	 * @param model whose name is taken
	 * @return a name in the same folder that neither a model nor the file of its
	 *         training has, with a number at its end
	 */
	static String free(final Path model) {
		final String name = model.getFileName().toString();
		final String base = name.substring(0, name.length() - ENDING.length());
		return FreeName.numbered(model, base + "-", ENDING, ResumeFile::isTaken)
			.getFileName().toString();
	}
}
