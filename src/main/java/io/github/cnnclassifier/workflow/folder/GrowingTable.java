
package io.github.cnnclassifier.workflow.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;

import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.storage.PendingFile;
import io.github.cnnclassifier.storage.Sha256;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.FinishedRun;
import io.github.cnnclassifier.workflow.RunSettings;

/**
 * A table while it is made. Rows go to a {@link PartialTable};
 * {@link #finish()} writes them in the order of their names to the output,
 * which thus is whole at any time. Not thread-safe.
 */
final class GrowingTable implements AutoCloseable {

	private final Path output;
	private final PartialTable partial;
	private final RunSettings settings;
	private final Progress progress;
	private boolean finished;

	private GrowingTable(final Path output, final PartialTable partial,
		final RunSettings settings, final Progress progress)
	{
		this.output = output;
		this.partial = partial;
		this.settings = settings;
		this.progress = progress;
	}

	/**
	 * Finds out early what {@link #open} would complain about.
	 *
	 * @param output the table
	 * @param existing what may become of an earlier one
	 * @throws UserFailure if it cannot be written
	 * @throws IOException if the disk fails
	 */
	static void requireUsable(final Path output, final Existing existing)
		throws IOException
	{
		if (existing == Existing.REFUSED && Files.isRegularFile(output))
			throw new ExistingFile("The file '" + output +
				"' exists already. Choose " +
				"another name, or set resume=true to add what is new, or " +
				"overwrite=true to start anew.", output, Mend.of("Add what is new",
					"resume", "true"));
		Outputs.requireWritableFile(output, existing != Existing.REFUSED);
		PartialTable.requireUsable(output, existing);
	}

	/**
	 * @param output the table
	 * @return all files that it is made of on the disk, itself first
	 */
	static List<Path> files(final Path output) {
		return List.of(output, PartialTable.path(output), FinishedRun.file(output));
	}

	/**
	 * @param output the table
	 * @param existing what may become of an earlier one
	 * @param settings of this run
	 * @param format of the rows
	 * @param progress told what is continued or left
	 * @return the caller closes it
	 * @throws UserFailure if another run is writing it, or what exists may not be
	 *           replaced or is of other settings
	 * @throws IOException if the disk fails
	 */
	static GrowingTable open(final Path output, final Existing existing,
		final RunSettings settings, final RowFormat format, final Progress progress)
		throws IOException
	{
		final PartialTable partial = PartialTable.open(output, existing, settings,
			format);
		if (existing == Existing.CONTINUED) progress.message(partial.size() == 0
			? "Found no answers to continue at '" + output +
				"': starting with the first image." : "Continuing '" + output + "': " +
					partial.size() + " answers are there already.");
		if (!partial.isLocked()) progress.message("The disk of '" + output +
			"' has no locks: nothing would stop a second run of the same output.");
		return new GrowingTable(output, partial, settings, progress);
	}

	/** @return whether there is a row of this name that did not fail */
	boolean has(final String name) {
		return partial.has(name);
	}

	/**
	 * Adds a row, in memory until {@link #flush()}.
	 *
	 * @param name of the row
	 * @param row its text with its end
	 * @param answer as in {@code PredictionRow}
	 * @throws IOException if the disk fails
	 */
	void add(final String name, final String row, final int answer)
		throws IOException
	{
		partial.add(name, row, answer);
	}

	/**
	 * Hands all rows to the system, so that they outlive this process.
	 *
	 * @throws IOException if the disk is full or fails
	 */
	void flush() throws IOException {
		partial.flush();
	}

	/** @return how many rows have this answer */
	int count(final int answer) {
		return partial.count(answer);
	}

	/** @return the table */
	Path output() {
		return output;
	}

	/**
	 * Makes the table appear under its name. No row can be added afterwards.
	 *
	 * @throws IOException if the disk fails; the rows stay where they are
	 */
	void finish() throws IOException {
		flush();
		final MessageDigest digest = Sha256.digest();
		try (PendingFile file = PendingFile.open(output)) {
			final OutputStream out = new DigestOutputStream(file.out(), digest);
			partial.writeTo(out);
			new FinishedRun(settings, Sha256.hex(digest)).write(output);
			file.commit();
		}
		partial.delete();
		finished = true;
	}

	/** Unless it was finished, leaves the rows for a later run. */
	@Override
	public void close() throws IOException {
		if (!finished && partial.size() == 0) partial.delete();
		partial.close();
		if (!finished && partial.size() > 0) progress.message(partial.size() +
			" rows are in '" + partial.path() + "'; resume=true goes on from there.");
	}
}
