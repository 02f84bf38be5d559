
package io.github.cnnclassifier.report;

import java.util.List;

/**
 * Rows and columns for a file or a window.
 *
 * @param headings of the columns; copied
 * @param rows as many cells as headings each: a {@link String}, an
 *          {@link Integer} or a {@link Double}; NaN is shown as an empty cell;
 *          copied
 */
public record Table(List<String> headings, List<List<Object>> rows) {

	/** Copies the lists. */
	public Table {
		headings = List.copyOf(headings);
		rows = rows.stream().map(List::copyOf).toList();
	}

	/** @return the text of a cell: plain numbers, points, no exponents */
	static String text(final Object cell) {
		return cell instanceof final Double number ? Decimals.plain(number) : cell
			.toString();
	}
}
