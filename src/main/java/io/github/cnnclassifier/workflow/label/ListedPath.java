
package io.github.cnnclassifier.workflow.label;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a list names an image, so that both can be moved together. */
final class ListedPath {

	private ListedPath() {}

	/**
	 * @param list a file
	 * @param image another one
	 * @return relative to the folder of the list, with '/', if the image is in it
	 *         or in the folder above it; else absolute
	 */
	static String of(final Path list, final Path image) {
		final Path folder = list.toAbsolutePath().normalize().getParent();
		final Path file = image.toAbsolutePath().normalize();
		if (file.startsWith(folder)) return joined(folder.relativize(file));
		final Path above = folder.getParent();
		return above != null && above.getParent() != null && file.startsWith(above)
			? "../" + joined(above.relativize(file)) : file.toString();
	}

	private static String joined(final Path path) {
		final List<String> parts = new ArrayList<>();
		path.forEach(part -> parts.add(part.toString()));
		return String.join("/", parts);
	}
}
