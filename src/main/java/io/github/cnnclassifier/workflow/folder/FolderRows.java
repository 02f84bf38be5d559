
package io.github.cnnclassifier.workflow.folder;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.github.cnnclassifier.report.PredictionCsv;
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
	 */
	record Place(long start, int length, int answer) {
	}

	private final PredictionCsv csv;
	private final Map<String, Place> places = new HashMap<>();

	/** @param csv understands rows */
	FolderRows(final PredictionCsv csv) {
		this.csv = csv;
	}

	/**
	 * Takes a row of an earlier run. One that failed is forgotten, so that it is
	 * tried again: a disk may be there again.
	 *
	 * @param start its first byte in the file
	 * @param length in bytes
	 * @param text of the row or of the header, with its end
	 * @return whether it is one
	 */
	boolean accept(final long start, final int length, final String text) {
		if (text.equals(csv.header())) return true;
		final Optional<PredictionRow> row = csv.parse(text);
		if (row.isEmpty()) return false;
		if (row.get().isFailed()) places.remove(row.get().name());
		else put(row.get().name(), new Place(start, length, row.get().answer()));
		return true;
	}

	void put(final String name, final Place place) {
		places.put(name, place);
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
