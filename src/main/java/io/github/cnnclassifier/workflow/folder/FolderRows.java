
package io.github.cnnclassifier.workflow.folder;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.github.cnnclassifier.report.PredictionRow;

/**
 * Which rows a growing table has and where they are in its file. Of two rows of
 * one name the later one counts. Not thread-safe.
 */
final class FolderRows {

	/**
	 * Where a row is.
	 *
	 * @param start its first byte in the file
	 * @param length in bytes
	 * @param answer as in {@link PredictionRow}
	 * @param columns what stands in the row
	 */
	record Place(long start, int length, int answer, RowFormat.Rows columns) {
	}

	private final RowFormat format;
	private final RowFormat.Rows current;
	private final Map<String, Place> places = new HashMap<>();
	/** Of the rows that are accepted now; null before their header. */
	private RowFormat.Rows columns;
	private boolean foreign;

	/** @param format understands rows */
	FolderRows(final RowFormat format) {
		this.format = format;
		current = format.below(format.header()).orElseThrow();
	}

	/**
	 * Takes a row of an earlier run, or a header, below which the columns may be
	 * others. One that failed is forgotten, so that it is tried again: a disk may
	 * be there again.
	 *
	 * @param start its first byte in the file
	 * @param length in bytes
	 * @param text of the row or of the header, with its end
	 * @return whether it is one
	 */
	boolean accept(final long start, final int length, final String text) {
		final Optional<RowFormat.Found> row = columns == null ? Optional.empty()
			: columns.parse(text);
		row.ifPresent(r -> take(r, start, length));
		final boolean right = row.isPresent() || isHeader(text);
		if (columns == null) foreign = true;
		return right;
	}

	/** @return whether the first line was no header of such a table */
	boolean areForeign() {
		return foreign;
	}

	private void take(final RowFormat.Found row, final long start,
		final int length)
	{
		if (row.isFailed()) places.remove(row.name());
		else places.put(row.name(), new Place(start, length, row.answer(),
			columns));
	}

	private boolean isHeader(final String text) {
		final Optional<RowFormat.Rows> below = format.below(text);
		below.ifPresent(rows -> columns = rows);
		return below.isPresent();
	}

	/** @return whether rows that are added now need a header of their own */
	boolean needHeader() {
		return columns == null || !columns.areCurrent();
	}

	/**
	 * @param name of a row with the columns of this version
	 * @param start its first byte in the file
	 * @param length in bytes
	 * @param answer as in {@link PredictionRow}
	 */
	void put(final String name, final long start, final int length,
		final int answer)
	{
		places.put(name, new Place(start, length, answer, current));
	}

	/**
	 * @param place of a row
	 * @param text of the row
	 * @return the row with the columns of this version
	 */
	String current(final Place place, final String text) {
		return place.columns().areCurrent() ? text : place.columns().current(text);
	}

	boolean has(final String name) {
		return places.containsKey(name);
	}

	int size() {
		return places.size();
	}

	/** @return how many rows have this answer */
	int count(final int answer) {
		return (int) places.values().stream().filter(p -> p.answer() == answer)
			.count();
	}

	/** @return all of them in the order of their names */
	Collection<Place> inOrder() {
		final TreeMap<RowName, Place> ordered = new TreeMap<>();
		places.forEach((name, place) -> ordered.put(RowName.parse(name), place));
		return ordered.values();
	}
}
