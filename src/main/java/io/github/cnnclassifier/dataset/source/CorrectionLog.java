
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVRecord;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * Which files were moved because of corrections, so that all can go back.
 * Immutable.
 *
 * @param file of the log
 * @param moves in the order in which they were made; copied
 */
public record CorrectionLog(Path file, List<Move> moves) {

	/**
	 * A file that was moved, or was just going to be.
	 *
	 * @param correction that it was moved for, with its former path
	 * @param newPath where it is now, relative to the folder, separated by '/'
	 */
	public record Move(Correction correction, String newPath) {
	}

	private static final String NEW_PATH = "newPath";

	/** Copies the list. */
	public CorrectionLog {
		moves = List.copyOf(moves);
	}

	/**
	 * @param folder of images
	 * @return its log; without moves if there is none
	 * @throws UserFailure if it is damaged, or names a place outside of the
	 *           folder
	 * @throws IOException if it cannot be read
	 */
	public static CorrectionLog of(final Path folder) throws IOException {
		final Path file = folder.resolve(Corrections.LOG);
		final List<Move> moves = new ArrayList<>();
		if (!Files.exists(file)) return new CorrectionLog(file, moves);
		try {
			final ListTable table = ListTable.read(file);
			if (!table.header().containsAll(Correction.NEEDED) || !table.header()
				.contains(NEW_PATH)) throw new UserFailure("It has other columns.");
			for (final CSVRecord row : table.rows()) {
				if (row.size() != table.header().size()) throw new UserFailure("Row " +
					row.getRecordNumber() + " has other cells.");
				final Map<String, String> cells = new LinkedHashMap<>();
				for (int i = 0; i < row.size(); i++)
					cells.put(table.header().get(i), row.get(i));
				final Move move = new Move(Correction.of(cells), cells.get(NEW_PATH));
				requireInside(folder, move.correction().path(), row);
				requireInside(folder, move.newPath(), row);
				moves.add(move);
			}
		}
		catch (final UserFailure e) {
			throw new UserFailure("The log '" + file + "' is damaged, so that " +
				"nothing is moved. " + e.getMessage() + " Mend it, or move it away.",
				e);
		}
		return new CorrectionLog(file, moves);
	}

	/** Files are moved there, and the log may come with a stranger's images. */
	private static void requireInside(final Path folder, final String path,
		final CSVRecord row)
	{
		if (isInside(folder.toAbsolutePath().normalize(), path)) return;
		throw new UserFailure("Row " + row.getRecordNumber() +
			": Expected a path inside of the folder, found '" + Legible.quote(path) +
			"'.");
	}

	private static boolean isInside(final Path folder, final String path) {
		try {
			final Path file = folder.resolve(path).normalize();
			return file.startsWith(folder) && !file.equals(folder);
		}
		catch (final InvalidPathException e) {
			return false;
		}
	}

	/**
	 * Writes a log in the place of this one, whole; without moves there is none.
	 *
	 * @param others that it holds
	 * @return it
	 * @throws IOException if it cannot be written; the former one stays
	 */
	public CorrectionLog replacedBy(final List<Move> others) throws IOException {
		final List<String> columns = new ArrayList<>(Correction.COLUMNS);
		columns.add(NEW_PATH);
		final List<List<String>> rows = new ArrayList<>();
		for (final Move move : others) {
			final List<String> cells = new ArrayList<>(move.correction().cells()
				.values());
			cells.add(move.newPath());
			rows.add(cells);
		}
		ListBesideImages.write(file, columns, rows);
		return new CorrectionLog(file, others);
	}
}
