
package io.github.cnnclassifier.workflow.folder;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.report.CsvRows;
import io.github.cnnclassifier.storage.GrowingFile;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.FinishedRun;
import io.github.cnnclassifier.workflow.RunSettings;

/**
 * The rows of a table that grows, in {@code OUTPUT.partial}, whose first line
 * has the settings of the run. Whatever ends the run, the rows that were
 * flushed stay and can be continued.
 * <p>
 * In memory are the names of rows and where they are, not the rows. Not
 * thread-safe.
 */
final class PartialTable implements AutoCloseable {

	/** Bytes of copied rows in memory. */
	private static final int MOST_WAITING = 1 << 20;

	private final GrowingFile file;
	private final RunSettings settings;
	private final RowFormat format;
	private final FolderRows rows;

	private PartialTable(final GrowingFile file, final RunSettings settings,
		final RowFormat format)
	{
		this.file = file;
		this.settings = settings;
		this.format = format;
		this.rows = new FolderRows(format);
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
		final Path partial = path(output);
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
				"overwrite=true to start anew.", Mend.continuing());
	}

	/**
	 * @param output the table
	 * @param existing what may become of an earlier one
	 * @param settings of this run
	 * @param format of the rows
	 * @return with the rows that are continued; the caller closes it
	 * @throws UserFailure if another run is writing it, or what exists may not be
	 *           replaced or is of other settings
	 * @throws IOException if the disk fails
	 */
	static PartialTable open(final Path output, final Existing existing,
		final RunSettings settings, final RowFormat format) throws IOException
	{
		final GrowingFile file = GrowingFile.open(path(output));
		boolean opened = false;
		try {
			requireNothingLeft(file, existing);
			final PartialTable table = new PartialTable(file, settings, format);
			if (existing == Existing.CONTINUED) table.resume(output);
			else table.begin();
			opened = true;
			return table;
		}
		finally {
			if (!opened) {
				if (file.size() == 0) file.delete();
				file.close();
			}
		}
	}

	/** @return where the rows of a table are while it grows */
	static Path path(final Path output) {
		return output.resolveSibling(output.getFileName() + ".partial");
	}

	private void begin() throws IOException {
		file.truncate(0);
		file.append(utf8(settings.line() + "\n" + format.header()));
		file.flush();
	}

	private void resume(final Path output) throws IOException {
		final InputStream content = file.content();
		final byte[] line = RunSettings.firstLine(content);
		final Optional<RunSettings> earlier = RunSettings.parse(new String(line,
			StandardCharsets.UTF_8));
		if (earlier.isPresent()) {
			settings.requireSame(earlier.get(), file.path());
			final long end = CsvRows.read(content, line.length, rows::accept);
			if (rows.areForeign()) throw foreign(file.path());
			file.truncate(end);
			if (end == line.length) begin();
			else appendHeader();
		}
		else if (Files.exists(output)) {
			settings.requireSame(FinishedRun.settingsOf(output), output);
			copy(output);
			appendHeader();
		}
		else begin();
	}

	/** Below rows of a version with other columns. */
	private void appendHeader() throws IOException {
		if (rows.needHeader()) file.append(utf8(format.header()));
	}

	/**
	 * The settings come last, so that a part of the rows, which a kill may leave,
	 * is not continued.
	 */
	private void copy(final Path output) throws IOException {
		final byte[] line = utf8(settings.line() + "\n");
		file.truncate(0);
		file.append(utf8(" ".repeat(line.length - 1) + "\n"));
		file.flush();
		try (InputStream in = Files.newInputStream(output)) {
			CsvRows.read(new BufferedInputStream(in), line.length, (start, length,
				text) -> {
				file.append(utf8(text));
				if (file.waiting() > MOST_WAITING) file.flush();
				return rows.accept(start, length, text);
			});
		}
		flush();
		if (rows.areForeign()) {
			file.truncate(0);
			throw foreign(output);
		}
		file.replace(0, line);
	}

	/** A table of another kind would be lost. */
	private UserFailure foreign(final Path path) {
		return new UserFailure("Cannot continue '" + path +
			"': expected a table with the columns '" + format.header().strip() +
			"', found others. Choose another name, or start anew with " +
			"overwrite=true.");
	}

	/** @return where the rows are */
	Path path() {
		return file.path();
	}

	/** @return whether a second run of the same output would be noticed */
	boolean isLocked() {
		return file.isLocked();
	}

	/** @return how many rows there are */
	int size() {
		return rows.size();
	}

	/**
	 * @param name of a row
	 * @return whether there is an answer already
	 */
	boolean has(final String name) {
		return rows.has(name);
	}

	/** @return how many rows have this answer */
	int count(final int answer) {
		return rows.count(answer);
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
		final byte[] bytes = utf8(row);
		rows.put(name, file.size(), bytes.length, answer);
		file.append(bytes);
	}

	/**
	 * Hands all rows to the system, so that they outlive this process.
	 *
	 * @throws IOException if the disk is full or fails
	 */
	void flush() throws IOException {
		file.flush();
	}

	/**
	 * @param out gets the header and the rows that were flushed, in the order of
	 *          their names
	 * @throws IOException if reading or writing fails
	 */
	void writeTo(final OutputStream out) throws IOException {
		out.write(utf8(format.header()));
		for (final FolderRows.Place place : rows.inOrder()) {
			final byte[] row = file.read(place.start(), place.length());
			out.write(place.columns().areCurrent() ? row : utf8(rows.current(place,
				new String(row, StandardCharsets.UTF_8))));
		}
	}

	/**
	 * Removes the rows from the disk.
	 *
	 * @throws IOException if the disk fails
	 */
	void delete() throws IOException {
		file.delete();
	}

	/** Rows that wait to be flushed are dropped. */
	@Override
	public void close() throws IOException {
		file.close();
	}

	private static byte[] utf8(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
