
package io.github.cnnclassifier.workflow.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.storage.WholeFile;

/** Copies files from a folder, packed or not. */
final class FilesAtHand implements FileSupply {

	private final PublicDataset dataset;
	private final Path source;

	/** @throws UserFailure if the source is no folder */
	FilesAtHand(final PublicDataset dataset, final Path source) {
		this.dataset = dataset;
		this.source = source;
		if (!Files.isDirectory(source)) throw new UserFailure("Expected source " +
			"to be a folder with the files of " + dataset.title() +
			", or an address that begins with http:// or https://, found '" + source +
			"'. Leave it out to fetch the files from their public addresses.");
	}

	@Override
	public Path fetch(final PublicFile file, final Path folder)
		throws IOException
	{
		final Path there = file.in(source).orElseThrow(() -> new UserFailure(
			"Expected " + file.name() + " of " + dataset.title() + " in '" + source +
				"', found none. Put it there, or leave source out to fetch it."));
		if (!file.matches(there)) throw new UserFailure("Expected " + file.name() +
			" of " + dataset.title() + ", but '" + there + "' is " + PublicFile
				.described(there) + ". Get it again.");
		final Path target = folder.resolve(there.getFileName());
		Files.createDirectories(folder);
		WholeFile.write(target, out -> Files.copy(there, out));
		return target;
	}
}
