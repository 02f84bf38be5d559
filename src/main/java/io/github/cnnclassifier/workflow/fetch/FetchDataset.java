
package io.github.cnnclassifier.workflow.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.Outputs;

/**
 * Puts a public data set into a folder, from its public addresses or from files
 * at hand. Every file is compared with its published check sum; a download that
 * was broken off goes on where it stopped.
 */
public final class FetchDataset {

	/**
	 * What is asked for.
	 *
	 * @param name of the data set
	 * @param source a folder or an address (http:// or https://) to take the
	 *          files from; empty for the public addresses
	 * @param output folder for the files
	 * @param overwrite whether files of the same names but another content may be
	 *          replaced
	 */
	public record Request(String name, String source, Path output,
			boolean overwrite)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param folder with all files, usable as labeled images
	 * @param fetched names of the files that were not there before
	 */
	public record Result(Path folder, List<String> fetched) {
	}

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final List<PublicDataset> known;
	private final Duration patience;
	private final Progress progress;

	/** @param progress shows and cancels */
	public FetchDataset(final Progress progress) {
		this(PublicDataset.known(), PATIENCE, progress);
	}

	FetchDataset(final List<PublicDataset> known, final Duration patience,
		final Progress progress)
	{
		this.known = known;
		this.patience = patience;
		this.progress = progress;
	}

	/**
	 * Fetches what is not there yet.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws WrongUsage if there is no such data set or the address is none
	 * @throws UserFailure if a file cannot be had or is another one than
	 *           published; those that were fetched before stay
	 * @throws CanceledException if the user stopped the run; what has arrived
	 *           stays, and another run goes on from there
	 * @throws IOException if the folder cannot be written to
	 */
	public Result run(final Request request) throws IOException {
		final PublicDataset dataset = known.stream().filter(d -> d.name().equals(
			request.name())).findFirst().orElseThrow(() -> new WrongUsage(
				"Expected name to be one of " + String.join(", ", known.stream().map(
					PublicDataset::name).toList()) + ", found '" + request.name() +
					"'."));
		final FileSupply supply = supply(dataset, request.source());
		Outputs.requireWritableFolder(request.output());
		final List<PublicFile> missing = missing(dataset, request);
		progress.message(dataset.title() + ": " + dataset.about());
		for (final PublicFile file : missing) {
			progress.checkCanceled();
			final Optional<Path> old = file.in(request.output());
			final Path fetched = supply.fetch(file, request.output());
			// else the unpacked one would be read instead of the packed one
			if (old.isPresent() && !old.get().equals(fetched)) Files.delete(old
				.get());
		}
		return new Result(request.output(), missing.stream().map(PublicFile::name)
			.toList());
	}

	private FileSupply supply(final PublicDataset dataset, final String source) {
		if (source.isBlank()) return new FilesOnTheWeb(dataset, dataset.addresses(),
			patience, progress);
		try {
			if (!source.matches("(?i)https?://.*")) return new FilesAtHand(dataset,
				Path.of(source));
			final URI address = new URI(source.endsWith("/") ? source : source + "/");
			if (address.getHost() != null) return new FilesOnTheWeb(dataset, List.of(
				address), patience, progress);
		}
		catch (URISyntaxException | InvalidPathException e) {
			throw wrongSource(dataset, source);
		}
		throw wrongSource(dataset, source);
	}

	private static WrongUsage wrongSource(final PublicDataset dataset,
		final String source)
	{
		return new WrongUsage("Expected source to be a folder or an address such " +
			"as " + dataset.addresses().get(0) + ", found '" + source + "'.");
	}

	private List<PublicFile> missing(final PublicDataset dataset,
		final Request request) throws IOException
	{
		final List<PublicFile> missing = new ArrayList<>();
		for (final PublicFile file : dataset.files()) {
			final Optional<Path> there = file.in(request.output());
			if (there.isEmpty()) missing.add(file);
			else if (file.matches(there.get())) progress.message("'" + there.get() +
				"' is there already.");
			else if (request.overwrite()) missing.add(file);
			else throw new UserFailure("Expected " + file.name() + " of " + dataset
				.title() + ", but '" + there.get() + "' is " + PublicFile.described(
					there.get()) + ". Choose another folder, or set overwrite=true.", List
						.of(Mend.replacing()));
		}
		return missing;
	}
}
