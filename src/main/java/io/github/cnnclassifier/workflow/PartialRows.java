
package io.github.cnnclassifier.workflow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.report.CsvRows;
import io.github.cnnclassifier.report.HeldOutCsv;
import io.github.cnnclassifier.report.HeldOutRow;
import io.github.cnnclassifier.storage.GrowingFile;

/**
 * Predictions of what is finished of many trainings, in a file beside the table
 * that they will become, whose name ends with {@code .partial}. Its first line
 * has the settings of the run; each part of the run begins with a line of
 * headings. Whatever ends the run, they stay and can be continued. Not
 * thread-safe.
 */
public final class PartialRows implements AutoCloseable {

	/**
	 * A part of the run: one training.
	 *
	 * @param repeat 1-based
	 * @param number 1-based, within the repeat
	 */
	public record Part(int repeat, int number) {
	}

	private final GrowingFile file;
	private final RunSettings settings;
	private final HeldOutCsv csv;
	private final Map<Part, List<HeldOutRow>> parts = new HashMap<>();
	private Part last;

	private PartialRows(final GrowingFile file, final RunSettings settings,
		final HeldOutCsv csv)
	{
		this.file = file;
		this.settings = settings;
		this.csv = csv;
	}

	/**
	 * @param table of the whole run
	 * @return where rows of its parts are
	 */
	public static Path of(final Path table) {
		return table.resolveSibling(table.getFileName() + ".partial");
	}

	/**
	 * @param table of the whole run
	 * @return whether a run that did not come to its end has left rows
	 * @throws IOException if the disk fails
	 */
	public static boolean isThere(final Path table) throws IOException {
		return Files.exists(of(table)) && Files.size(of(table)) > 0;
	}

	/**
	 * For a run that neither goes on nor replaces anything.
	 *
	 * @param table of the whole run
	 * @param run what it is, such as "A cross-validation"
	 * @throws UserFailure if one that did not come to its end has left rows
	 * @throws IOException if the disk fails
	 */
	public static void requireNone(final Path table, final String run)
		throws IOException
	{
		if (isThere(table)) throw new UserFailure(run +
			" that did not come to its end has left '" + of(table) +
			"'. Set resume=true to continue it, or overwrite=true to start anew.",
			Mend.continuing());
	}

	/**
	 * Neither begins nor goes on yet.
	 *
	 * @param table of the whole run
	 * @param settings of this run
	 * @param csv of the rows
	 * @return closed by the caller
	 * @throws UserFailure if another run is writing it
	 * @throws IOException if the disk fails
	 */
	public static PartialRows open(final Path table, final RunSettings settings,
		final HeldOutCsv csv) throws IOException
	{
		return new PartialRows(GrowingFile.open(of(table)), settings, csv);
	}

	/**
	 * Forgets what an earlier run has left.
	 *
	 * @throws IOException if the disk fails
	 */
	public void begin() throws IOException {
		file.truncate(0);
		file.append(utf8(settings.line() + "\n"));
		file.flush();
	}

	/**
	 * Goes on with what an earlier run has left here. What was cut short is
	 * forgotten.
	 *
	 * @return whether there is anything; if not, nothing was changed
	 * @throws UserFailure if it is of other settings
	 * @throws IOException if the disk fails
	 */
	public boolean goOn() throws IOException {
		final InputStream content = file.content();
		final byte[] line = RunSettings.firstLine(content);
		final Optional<RunSettings> earlier = RunSettings.parse(new String(line,
			StandardCharsets.UTF_8));
		if (earlier.isEmpty()) return false;
		settings.requireSame(earlier.get(), file.path());
		file.truncate(CsvRows.read(content, line.length, this::accept));
		return true;
	}

	/**
	 * Goes on with a finished table, which is copied. The settings come last:
	 * until then, nothing is continued from here.
	 *
	 * @param table with these columns, of these settings
	 * @throws IOException if the disk fails
	 */
	public void goOnFrom(final Path table) throws IOException {
		final byte[] line = utf8(settings.line() + "\n");
		file.truncate(0);
		file.append(utf8(" ".repeat(line.length - 1) + "\n"));
		try (InputStream in = new BufferedInputStream(Files.newInputStream(
			table)))
		{
			CsvRows.read(in, 0, (start, length, text) -> {
				file.append(utf8(text));
				return accept(start, length, text);
			});
		}
		file.flush();
		file.replace(0, line);
	}

	/** A part that was done again counts as it was done last. */
	private boolean accept(final long start, final int length,
		final String text)
	{
		if (text.equals(csv.header())) {
			last = null;
			return true;
		}
		final Optional<HeldOutRow> row = csv.parse(text);
		row.ifPresent(this::put);
		return row.isPresent();
	}

	private void put(final HeldOutRow row) {
		final Part part = new Part(row.repeat(), row.fold());
		if (!part.equals(last)) parts.put(part, new ArrayList<>());
		parts.get(part).add(row);
		last = part;
	}

	/**
	 * @param part any
	 * @param names of the images that it predicts
	 * @return whether all of them are there, and at least one was predicted
	 */
	public boolean isFinished(final Part part, final List<String> names) {
		final List<HeldOutRow> rows = rows(part);
		return rows.stream().map(HeldOutRow::name).sorted().toList().equals(names
			.stream().sorted().toList()) && rows.stream().anyMatch(row -> row
				.prediction().isPresent());
	}

	/**
	 * Adds a part; its rows outlive this process.
	 *
	 * @param rows all of it, with the part as repeat and fold
	 * @throws IOException if the disk is full or fails
	 */
	public void add(final List<HeldOutRow> rows) throws IOException {
		last = null;
		file.append(utf8(csv.header()));
		for (final HeldOutRow row : rows) {
			final String line = csv.line(row);
			file.append(utf8(line));
			// as whoever continues will read it
			put(csv.parse(line).orElseThrow());
		}
		file.flush();
	}

	/**
	 * @param part one that was added or continued
	 * @return its rows in the order of the table
	 */
	public List<HeldOutRow> rows(final Part part) {
		return List.copyOf(parts.getOrDefault(part, List.of()));
	}

	/** @return whether a second run of the same output would be noticed */
	public boolean isLocked() {
		return file.isLocked();
	}

	/**
	 * Removes the rows from the disk, once they are in the final table.
	 *
	 * @throws IOException if the disk fails
	 */
	public void delete() throws IOException {
		file.delete();
	}

	/**
	 * Closes what was opened in vain.
	 *
	 * @throws IOException if the disk fails
	 */
	public void closeUnused() throws IOException {
		if (file.size() == 0) file.delete();
		file.close();
	}

	@Override
	public void close() throws IOException {
		file.close();
	}

	private static byte[] utf8(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
