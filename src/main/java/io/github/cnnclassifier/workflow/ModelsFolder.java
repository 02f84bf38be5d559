
package io.github.cnnclassifier.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.github.cnnclassifier.dataset.source.Listing;

/** Where models are kept of which nobody says where to. */
public final class ModelsFolder {

	private static final String NAME = "CNN models";

	private ModelsFolder() {}

	/**
	 * @return {@code CNN models} in the home folder of the user; need not exist
	 */
	public static Path ofUser() {
		return Path.of(System.getProperty("user.home"), NAME);
	}

	/**
	 * @param folder an existing one
	 * @return the files in it whose names end as those of models do, by name;
	 *         hidden ones are left out, which are not whole yet
	 * @throws IOException if it cannot be looked into
	 */
	public static List<Path> filesOf(final Path folder) throws IOException {
		return Listing.of(folder).stream().filter(file -> {
			final String name = file.getFileName().toString();
			return !name.startsWith(".") && name.toLowerCase(Locale.ROOT).endsWith(
				".zip") && Files.isRegularFile(file);
		}).toList();
	}
}
