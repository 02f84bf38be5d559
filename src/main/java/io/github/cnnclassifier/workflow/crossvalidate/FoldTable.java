
package io.github.cnnclassifier.workflow.crossvalidate;

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

import io.github.cnnclassifier.dataset.split.Fold;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.report.CrossValidationFiles;
import io.github.cnnclassifier.report.CsvRows;
import io.github.cnnclassifier.report.HeldOutCsv;
import io.github.cnnclassifier.report.HeldOutRow;
import io.github.cnnclassifier.storage.GrowingFile;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.FinishedRun;
import io.github.cnnclassifier.workflow.RunSettings;

/**
 * The rows of the folds that are finished, in {@code predictions.csv.partial},
 * whose first line has the settings of the run; each fold begins with a line of
 * headings. Whatever ends the run, they stay and can be continued. Not
 * thread-safe.
 */
final class FoldTable implements AutoCloseable {

	private record Place(int repeat, int fold) {

		static Place of(final Fold fold) {
			return new Place(fold.repeat(), fold.number());
		}
	}

	private final GrowingFile file;
	private final RunSettings settings;
	private final HeldOutCsv csv;
	private final Map<Place, List<HeldOutRow>> folds = new HashMap<>();
	private Place last;

	private FoldTable(final GrowingFile file, final RunSettings settings,
		final HeldOutCsv csv)
	{
		this.file = file;
		this.settings = settings;
		this.csv = csv;
	}

	/**
	 * Finds out early what {@link #open} would complain about.
	 *
	 * @param output the folder
	 * @param existing what may become of earlier results
	 * @throws UserFailure if there are rows that may not be replaced
	 * @throws IOException if the disk fails
	 */
	static void requireUsable(final Path output, final Existing existing)
		throws IOException
	{
		final Path partial = path(output);
		if (existing == Existing.REFUSED && Files.exists(partial) && Files.size(
			partial) > 0) throw new UserFailure(
				"A cross-validation that did not come to its end has left '" + partial +
					"'. Set resume=true to continue it, or overwrite=true to start anew.",
				Mend.continuing());
	}

	/**
	 * @param output the folder
	 * @param existing what may become of earlier results
	 * @param settings of this run
	 * @param csv of the rows
	 * @return with the rows that are continued; the caller closes it
	 * @throws UserFailure if another run is writing it, or what exists is of
	 *           other settings
	 * @throws IOException if the disk fails
	 */
	static FoldTable open(final Path output, final Existing existing,
		final RunSettings settings, final HeldOutCsv csv) throws IOException
	{
		final GrowingFile file = GrowingFile.open(path(output));
		boolean opened = false;
		try {
			final FoldTable table = new FoldTable(file, settings, csv);
			if (existing == Existing.CONTINUED) table.resume(CrossValidationFiles
				.predictions(output));
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

	private static Path path(final Path output) {
		final Path table = CrossValidationFiles.predictions(output);
		return table.resolveSibling(table.getFileName() + ".partial");
	}

	private void begin() throws IOException {
		file.truncate(0);
		file.append(utf8(settings.line() + "\n"));
		file.flush();
	}

	private void resume(final Path table) throws IOException {
		final InputStream content = file.content();
		final byte[] line = RunSettings.firstLine(content);
		final Optional<RunSettings> earlier = RunSettings.parse(new String(line,
			StandardCharsets.UTF_8));
		if (earlier.isPresent()) {
			settings.requireSame(earlier.get(), file.path());
			file.truncate(CsvRows.read(content, line.length, this::accept));
		}
		else if (Files.exists(table)) {
			settings.requireSame(FinishedRun.settingsOf(table), table);
			copy(table);
		}
		else begin();
	}

	/** The settings come last: until then, nothing is continued from here. */
	private void copy(final Path table) throws IOException {
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

	/** A fold that was done again counts as it was done last. */
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
		final Place place = new Place(row.repeat(), row.fold());
		if (!place.equals(last)) folds.put(place, new ArrayList<>());
		folds.get(place).add(row);
		last = place;
	}

	/**
	 * @param fold any
	 * @param names of the images that it holds out
	 * @return whether all of them are there, and at least one was predicted
	 */
	boolean isFinished(final Fold fold, final List<String> names) {
		final List<HeldOutRow> rows = rows(fold);
		return rows.stream().map(HeldOutRow::name).sorted().toList().equals(names
			.stream().sorted().toList()) && rows.stream().anyMatch(row -> row
				.prediction().isPresent());
	}

	/**
	 * Adds a fold; its rows outlive this process.
	 *
	 * @param rows all of it
	 * @throws IOException if the disk is full or fails
	 */
	void add(final List<HeldOutRow> rows) throws IOException {
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
	 * @param fold one that was added or continued
	 * @return its rows in the order of the table
	 */
	List<HeldOutRow> rows(final Fold fold) {
		return List.copyOf(folds.getOrDefault(Place.of(fold), List.of()));
	}

	/** @return whether a second run of the same output would be noticed */
	boolean isLocked() {
		return file.isLocked();
	}

	/**
	 * Removes the rows from the disk, once they are in the final table.
	 *
	 * @throws IOException if the disk fails
	 */
	void delete() throws IOException {
		file.delete();
	}

	@Override
	public void close() throws IOException {
		file.close();
	}

	private static byte[] utf8(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
