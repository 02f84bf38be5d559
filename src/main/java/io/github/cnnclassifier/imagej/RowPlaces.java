
package io.github.cnnclassifier.imagej;

import java.util.List;

/**
 * Where the things of rows are.
 *
 * @param columns whose cells together tell a row from all others, however the
 *          table is sorted
 * @param places one for each row, in order; copied
 */
public record RowPlaces(List<String> columns, List<RowPlace> places) {

	/** The rows are about nothing that can be shown. */
	public static final RowPlaces NONE = new RowPlaces(List.of(), List.of());

	/** Copies the lists. */
	public RowPlaces {
		columns = List.copyOf(columns);
		places = List.copyOf(places);
	}
}
