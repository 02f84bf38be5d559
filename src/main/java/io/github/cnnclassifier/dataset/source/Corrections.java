
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.commons.csv.CSVRecord;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.storage.OutputClaim;

/**
 * What people have corrected in a data set: a CSV list beside it, so that the
 * images themselves stay as they are. Columns that a user added are kept.
 * Immutable; whoever changes the list gets a new one.
 */
public final class Corrections {

	/** The name of the list: in the folder of images, or beside their list. */
	public static final String NAME = "corrections.csv";

	/** What was applied to files, beside the list, with the same columns. */
	public static final String LOG = "corrections-applied.csv";

	private final Path file;
	private final Set<String> columns;
	private final Map<String, Map<String, String>> rows;
	private final Map<String, Correction> byPath;

	private Corrections(final Path file, final Set<String> columns,
		final Map<String, Map<String, String>> rows,
		final Map<String, Correction> byPath)
	{
		this.file = file;
		this.columns = columns;
		this.rows = rows;
		this.byPath = byPath;
	}

	/**
	 * @param source of labeled images: a folder or a file
	 * @return where its list of corrections is, or would be
	 */
	public static Path fileOf(final Path source) {
		return Files.isDirectory(source) ? source.resolve(NAME) : source
			.toAbsolutePath().resolveSibling(NAME);
	}

	/** @return whether it is one of the lists that stand beside images */
	static boolean isOwnFile(final Path entry) {
		return List.of(NAME, LOG).contains(Listing.name(entry));
	}

	/**
	 * @param source of labeled images: a folder or a file
	 * @return its corrections; none if there is no list
	 * @throws UserFailure if the list is damaged
	 * @throws IOException if it cannot be read
	 */
	public static Corrections of(final Path source) throws IOException {
		return read(fileOf(source));
	}

	/**
	 * @param file of a list
	 * @return its corrections; none if there is no such file
	 * @throws UserFailure if the list is damaged
	 * @throws IOException if it cannot be read
	 */
	public static Corrections read(final Path file) throws IOException {
		final Set<String> columns = new LinkedHashSet<>(Correction.COLUMNS);
		final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
		final Map<String, Correction> byPath = new LinkedHashMap<>();
		if (!Files.exists(file)) return new Corrections(file, columns, rows,
			byPath);
		final ListTable table = table(file);
		if (!table.header().containsAll(Correction.NEEDED) || Set.copyOf(table
			.header()).size() < table.header().size()) throw damaged(file,
				"Expected the columns " + String.join(", ", Correction.NEEDED) +
					", each once, found " + LabelRules.quoted(table.header()) + ".");
		columns.clear();
		columns.addAll(table.header());
		columns.addAll(Correction.COLUMNS);
		for (final CSVRecord row : table.rows()) {
			final Map<String, String> cells = cells(file, table.header(), row);
			final Correction correction = correction(file, row, cells);
			rows.put(correction.path(), cells);
			if (byPath.put(correction.path(), correction) != null) throw damaged(file,
				"Row " + row.getRecordNumber() + ": '" + correction.path() +
					"' has a row already.");
		}
		return new Corrections(file, columns, rows, byPath);
	}

	private static ListTable table(final Path file) throws IOException {
		try {
			return ListTable.read(file);
		}
		catch (final UserFailure e) {
			throw damaged(file, e.getMessage());
		}
	}

	private static Map<String, String> cells(final Path file,
		final List<String> header, final CSVRecord row)
	{
		if (row.size() != header.size()) throw damaged(file, "Row " + row
			.getRecordNumber() + ": Expected " + header.size() + " cells, found " +
			row.size() + ".");
		final Map<String, String> cells = new LinkedHashMap<>();
		for (int i = 0; i < header.size(); i++)
			cells.put(header.get(i), row.get(i));
		return cells;
	}

	private static Correction correction(final Path file, final CSVRecord row,
		final Map<String, String> cells)
	{
		try {
			return Correction.of(cells);
		}
		catch (final UserFailure e) {
			throw damaged(file, "Row " + row.getRecordNumber() + ": " + e
				.getMessage());
		}
	}

	private static UserFailure damaged(final Path file, final String reason) {
		return new UserFailure("The list of corrections '" + file +
			"' is damaged, so that nothing is done. " + reason +
			" Mend it, move it away, or leave corrections out with " +
			"corrections=ignore.");
	}

	/** @return the file of the list, which need not exist */
	public Path file() {
		return file;
	}

	/**
	 * @param path as samples are named
	 * @return what was decided of it; empty if nothing
	 */
	public Optional<Correction> of(final String path) {
		return Optional.ofNullable(byPath.get(path));
	}

	/** @return in the order of the list */
	public Collection<Correction> all() {
		return List.copyOf(byPath.values());
	}

	/**
	 * Changes the list on the disk at once; whoever else changed it in between is
	 * not undone. A process killed at any moment leaves the former list or the
	 * new one.
	 *
	 * @param file of the list; made if it does not exist, removed if nothing is
	 *          left in it
	 * @param changes by path: what is decided of the image now, or empty if its
	 *          folder is right
	 * @return the list as it is now
	 * @throws UserFailure if the list is damaged, or another program is writing
	 *           it
	 * @throws IOException if it cannot be written; it then stays as it was
	 */
	public static Corrections change(final Path file,
		final Map<String, Optional<Correction>> changes) throws IOException
	{
		try (OutputClaim claim = OutputClaim.of(file)) {
			final Corrections changed = read(file).with(changes);
			changed.write();
			return changed;
		}
	}

	private Corrections with(final Map<String, Optional<Correction>> changes) {
		final Map<String, Map<String, String>> newRows = new LinkedHashMap<>(rows);
		final Map<String, Correction> newByPath = new LinkedHashMap<>(byPath);
		changes.forEach((path, change) -> {
			if (change.isEmpty()) {
				newRows.remove(path);
				newByPath.remove(path);
				return;
			}
			final Map<String, String> cells = new LinkedHashMap<>(rows.getOrDefault(
				path, Map.of()));
			cells.putAll(change.get().cells());
			newRows.put(path, cells);
			newByPath.put(path, change.get());
		});
		return new Corrections(file, columns, newRows, newByPath);
	}

	private void write() throws IOException {
		ListBesideImages.write(file, columns, ListBesideImages.cells(columns, rows
			.values()));
	}
}
