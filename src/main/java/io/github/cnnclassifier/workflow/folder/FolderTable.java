
package io.github.cnnclassifier.workflow.folder;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.inference.ResultSink;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.CsvRows;
import io.github.cnnclassifier.report.PredictionCsv;
import io.github.cnnclassifier.report.PredictionRow;
import io.github.cnnclassifier.report.PredictionRows;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.storage.PendingFile;
import io.github.cnnclassifier.storage.Sha256;

/**
 * The table of a folder while it is made. Rows go to a {@link PartialTable};
 * {@link #finish()} writes them in the order of their names to the output,
 * which thus is whole at any time. Not thread-safe.
 */
final class FolderTable implements ResultSink, AutoCloseable {

	private final Path output;
	private final PartialTable partial;
	private final RunSettings settings;
	private final PredictionCsv csv;
	private final Progress progress;
	private boolean finished;

	private FolderTable(final Path output, final PartialTable partial,
		final RunSettings settings, final PredictionCsv csv,
		final Progress progress)
	{
		this.output = output;
		this.partial = partial;
		this.settings = settings;
		this.csv = csv;
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
			throw new UserFailure("The file '" + output +
				"' exists already. Choose " +
				"another name, or set resume=true to add what is new, or " +
				"overwrite=true to start anew.");
		Outputs.requireWritableFile(output, existing != Existing.REFUSED);
		PartialTable.requireUsable(output, existing);
	}

	/**
	 * @param output the table
	 * @param existing what may become of an earlier one
	 * @param settings of this run
	 * @param csv makes rows
	 * @param progress told what is continued or left
	 * @return the caller closes it
	 * @throws UserFailure if another run is writing it, or what exists may not be
	 *           replaced or is of other settings
	 * @throws IOException if the disk fails
	 */
	static FolderTable open(final Path output, final Existing existing,
		final RunSettings settings, final PredictionCsv csv,
		final Progress progress) throws IOException
	{
		final PartialTable partial = PartialTable.open(output, existing, settings,
			csv);
		if (existing == Existing.CONTINUED) progress.message(partial.size() == 0
			? "Found no answers to continue at '" + output +
				"': starting with the first image." : "Continuing '" + output + "': " +
					partial.size() + " answers are there already.");
		if (!partial.isLocked()) progress.message("The disk of '" + output +
			"' has no locks: nothing would stop a second run of the same output.");
		return new FolderTable(output, partial, settings, csv, progress);
	}

	/**
	 * @param name of a row
	 * @return whether there is an answer already
	 */
	boolean has(final String name) {
		return partial.has(name);
	}

	/**
	 * Adds a row for what could not even be looked for.
	 *
	 * @param name of a folder
	 * @param reason for the user
	 * @throws IOException if the disk fails
	 */
	void missing(final String name, final String reason) throws IOException {
		partial.add(name, csv.failedRow(name, reason), PredictionRow.FAILED);
	}

	@Override
	public void classified(final int index, final String name,
		final Prediction prediction) throws IOException
	{
		partial.add(name, csv.row(name, prediction), csv.answer(prediction));
	}

	@Override
	public void failed(final int index, final String name, final String reason)
		throws IOException
	{
		missing(name, reason);
	}

	@Override
	public void flush() throws IOException {
		partial.flush();
	}

	/** @return how many rows have this answer */
	int count(final int answer) {
		return partial.count(answer);
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

	/**
	 * @return the answers of the finished table, in order
	 * @throws IOException if the disk fails
	 */
	List<PredictionRow> answers() throws IOException {
		final List<PredictionRow> answers = new ArrayList<>();
		final PredictionRows rows = csv.rowsBelow(csv.header()).orElseThrow();
		try (InputStream in = Files.newInputStream(output)) {
			CsvRows.read(new BufferedInputStream(in), 0, (start, length, text) -> {
				rows.parse(text).filter(row -> !row.isFailed()).ifPresent(answers::add);
				return true;
			});
		}
		return answers;
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
