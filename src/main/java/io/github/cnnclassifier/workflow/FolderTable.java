
package io.github.cnnclassifier.workflow;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.inference.ResultSink;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.CsvRows;
import io.github.cnnclassifier.report.PredictionCsv;
import io.github.cnnclassifier.report.PredictionRow;
import io.github.cnnclassifier.storage.GrowingFile;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.storage.PendingFile;

/**
 * The table of a folder while it is made. Rows go to {@code OUTPUT.partial},
 * whose first line has the settings of the run; {@link #finish()} writes them
 * in the order of their names to the output, which thus is whole at any time.
 * Whatever ends a run before that, the rows of its batches stay and can be
 * continued.
 * <p>
 * In memory are the names of rows and where they are, not the rows. Not
 * thread-safe.
 */
final class FolderTable implements ResultSink, AutoCloseable {

	private final Path output;
	private final GrowingFile partial;
	private final RunSettings settings;
	private final PredictionCsv csv;
	private final Progress progress;
	private final FolderRows rows;
	private boolean finished;

	private FolderTable(final Path output, final GrowingFile partial,
		final RunSettings settings, final PredictionCsv csv,
		final Progress progress)
	{
		this.output = output;
		this.partial = partial;
		this.settings = settings;
		this.csv = csv;
		this.progress = progress;
		this.rows = new FolderRows(csv);
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
		final Path partial = partial(output);
		if (!Files.exists(partial)) return;
		Outputs.requireWritableFile(partial, true);
		try (GrowingFile file = GrowingFile.open(partial)) {
			requireNothingLeft(file, existing);
		}
	}

	private static void requireNothingLeft(final GrowingFile partial,
		final Existing existing) throws IOException
	{
		if (existing == Existing.REFUSED && partial.size() > 0)
			throw new UserFailure("A run that did not come to its end has left '" +
				partial.path() + "'. Set resume=true to continue it, or " +
				"overwrite=true to start anew.");
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
		final GrowingFile partial = GrowingFile.open(partial(output));
		boolean opened = false;
		try {
			requireNothingLeft(partial, existing);
			final FolderTable table = new FolderTable(output, partial, settings, csv,
				progress);
			if (existing == Existing.CONTINUED) table.resume();
			else table.begin();
			opened = true;
			if (!partial.isLocked()) progress.message("The disk of '" + output +
				"' has no locks: nothing would stop a second run of the same output.");
			return table;
		}
		finally {
			if (!opened) {
				if (partial.size() == 0) partial.delete();
				partial.close();
			}
		}
	}

	private static Path partial(final Path output) {
		return output.resolveSibling(output.getFileName() + ".partial");
	}

	private void begin() throws IOException {
		partial.truncate(0);
		partial.append(utf8(settings.line() + "\n" + csv.header()));
		partial.flush();
	}

	private void resume() throws IOException {
		final InputStream content = partial.content();
		final StringBuilder line = new StringBuilder();
		final long start = firstLine(content, line);
		final Optional<RunSettings> earlier = RunSettings.parse(line.toString());
		if (earlier.isPresent()) {
			settings.requireSame(earlier.get(), partial.path());
			final long end = CsvRows.read(content, start, rows::accept);
			partial.truncate(end);
			if (end == start) begin();
		}
		else if (Files.exists(output)) {
			settings.requireSame(FinishedRun.settingsOf(output), output);
			copy();
		}
		else begin();
		progress.message("Continuing '" + output + "': " + rows.size() +
			" answers are there already.");
	}

	/** @return the byte behind it; the line stays empty if it has no end */
	private static long firstLine(final InputStream in, final StringBuilder line)
		throws IOException
	{
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int next = in.read(); next >= 0; next = in.read()) {
			bytes.write(next);
			if (next != '\n') continue;
			line.append(bytes.toString(StandardCharsets.UTF_8));
			return bytes.size();
		}
		return 0;
	}

	/** All at once, so that no kill leaves a part of them. */
	private void copy() throws IOException {
		partial.truncate(0);
		partial.append(utf8(settings.line() + "\n"));
		try (InputStream in = Files.newInputStream(output)) {
			CsvRows.read(new BufferedInputStream(in), partial.size(), (start, length,
				text) -> {
				partial.append(utf8(text));
				return rows.accept(start, length, text);
			});
		}
		partial.flush();
	}

	/**
	 * @param name of a row
	 * @return whether there is an answer already
	 */
	boolean has(final String name) {
		return rows.has(name);
	}

	@Override
	public void classified(final int index, final String name,
		final Prediction prediction) throws IOException
	{
		add(name, csv.row(name, prediction), csv.answer(prediction));
	}

	@Override
	public void failed(final int index, final String name, final String reason)
		throws IOException
	{
		add(name, csv.failedRow(name, reason), PredictionRow.FAILED);
	}

	private void add(final String name, final String row, final int answer)
		throws IOException
	{
		final byte[] bytes = utf8(row);
		rows.put(name, new FolderRows.Place(partial.size(), bytes.length, answer));
		partial.append(bytes);
	}

	@Override
	public void flush() throws IOException {
		partial.flush();
	}

	/** @return how many rows have this answer */
	int count(final int answer) {
		return rows.count(answer);
	}

	/**
	 * Makes the table appear under its name. No row can be added afterwards.
	 *
	 * @throws IOException if the disk fails; the rows stay where they are
	 */
	void finish() throws IOException {
		flush();
		final MessageDigest digest = FinishedRun.digest();
		try (PendingFile file = PendingFile.open(output)) {
			final OutputStream out = new DigestOutputStream(file.out(), digest);
			out.write(utf8(csv.header()));
			for (final FolderRows.Place place : rows.inOrder()) {
				out.write(partial.read(place.start(), place.length()));
			}
			new FinishedRun(settings, FinishedRun.hex(digest)).write(output);
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
		try (InputStream in = Files.newInputStream(output)) {
			CsvRows.read(new BufferedInputStream(in), 0, (start, length, text) -> {
				csv.parse(text).filter(row -> !row.isFailed()).ifPresent(answers::add);
				return true;
			});
		}
		return answers;
	}

	/** Unless it was finished, leaves the rows for a later run. */
	@Override
	public void close() throws IOException {
		if (!finished && rows.size() == 0) partial.delete();
		partial.close();
		if (!finished && rows.size() > 0) progress.message(rows.size() +
			" rows are in '" + partial.path() + "'; resume=true goes on from there.");
	}

	private static byte[] utf8(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
