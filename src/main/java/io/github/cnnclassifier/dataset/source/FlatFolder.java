
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.image.ImageReader;

/**
 * Images that lie in a folder without class folders: to look at, not to train.
 */
final class FlatFolder {

	private FlatFolder() {}

	/** @return empty if there is a folder among the entries, or no image */
	static Optional<Found> of(final List<Path> entries, final ImageReader reader,
		final StackFiles files) throws IOException
	{
		final List<Sample> samples = new ArrayList<>();
		final List<SkippedFile> skipped = new ArrayList<>();
		for (final Path entry : entries) {
			final String name = Listing.name(entry);
			if (Listing.isHidden(entry)) skipped.add(new SkippedFile(name, "hidden"));
			else if (Files.isDirectory(entry)) return Optional.empty();
			else if (!reader.looksLikeImage(entry)) skipped.add(new SkippedFile(name,
				"not an image"));
			else samples.addAll(files.samples(entry, name, LabeledImages.NO_CLASS,
				null));
		}
		return samples.isEmpty() ? Optional.empty() : Optional.of(new Found(List.of(
			LabeledImages.NO_CLASS), samples, skipped));
	}
}
