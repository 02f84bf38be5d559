
package io.github.cnnclassifier.workflow.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.Progress;

/**
 * Downloads files, trying one address after the other. A file gets its name
 * when it is whole and right; until then it ends with .part and stays, so that
 * another run goes on from there.
 */
final class FilesOnTheWeb implements FileSupply {

	private static final String PART = ".part";

	private final PublicDataset dataset;
	private final List<URI> addresses;
	private final Duration patience;
	private final Progress progress;

	/**
	 * @param addresses of folders, each ends with a slash
	 * @param patience how long nothing may arrive
	 */
	FilesOnTheWeb(final PublicDataset dataset, final List<URI> addresses,
		final Duration patience, final Progress progress)
	{
		this.dataset = dataset;
		this.addresses = addresses;
		this.patience = patience;
		this.progress = progress;
	}

	@Override
	public Path fetch(final PublicFile file, final Path folder)
		throws IOException
	{
		final Path target = folder.resolve(file.name());
		final Path part = folder.resolve(file.name() + PART);
		Files.createDirectories(folder);
		final List<String> troubles = new ArrayList<>();
		for (final URI address : addresses) {
			final URI whole = address.resolve(file.name());
			try {
				progress.message("Fetching " + whole);
				download(whole, file, part);
				Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
				return target;
			}
			catch (final DownloadFailed e) {
				troubles.add(whole + ": " + e.getMessage());
				progress.message("It failed: " + e.getMessage() + ".");
			}
		}
		throw failure(file, folder, troubles);
	}

	private void download(final URI address, final PublicFile file,
		final Path part) throws DownloadFailed, IOException
	{
		// broken off between the last byte and the new name
		if (Files.exists(part) && file.matches(part)) return;
		final HttpDownload download = new HttpDownload(address, part, patience,
			progress);
		download.run();
		if (file.matches(part)) return;
		final String received = PublicFile.described(part);
		Files.delete(part);
		// the beginning may have come from somewhere else
		if (download.goesOn()) download(address, file, part);
		else throw new DownloadFailed("it sends " + received, null);
	}

	private UserFailure failure(final PublicFile file, final Path folder,
		final List<String> troubles)
	{
		return new UserFailure("Could not fetch " + file.name() + " of " + dataset
			.title() + " (" + String.join("; ", troubles) +
			"). Try again later: what has arrived is kept. Or get the files " + String
				.join(", ", dataset.files().stream().map(PublicFile::name).toList()) +
			" in another way, for instance with a browser from " + dataset.addresses()
				.get(0) + ", put them into '" + folder +
			"' and give the command again, which then checks them.");
	}
}
