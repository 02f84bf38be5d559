
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

import io.github.cnnclassifier.storage.WholeFile;

/**
 * Rows and columns for a file or a window.
 *
 * @param headings of the columns; copied
 * @param rows as many cells as headings each: a {@link String}, an
 *          {@link Integer}, a {@link Long}, a {@link Double} or, for a
 *          probability, a {@link Float}, which is shown with four decimals; NaN
 *          is shown as an empty cell; copied
 */
public record Table(List<String> headings, List<List<Object>> rows) {

	/** Copies the lists. */
	public Table {
		headings = List.copyOf(headings);
		rows = rows.stream().map(List::copyOf).toList();
	}

	/**
	 * @param file a CSV file, which appears whole or not at all; an existing one
	 *          is replaced
	 * @throws IOException if it cannot be written
	 */
	public void writeCsv(final Path file) throws IOException {
		WholeFile.write(file, this::writeCsv);
	}

	/**
	 * @param out gets the table as CSV; stays open
	 * @throws IOException if it cannot be written
	 */
	public void writeCsv(final OutputStream out) throws IOException {
		TableCsv.write(out, this);
	}

	/** @return the text of a cell: plain numbers, points, no exponents */
	static String text(final Object cell) {
		if (cell instanceof final Float probability) return Decimals.four(
			probability);
		return cell instanceof final Double number ? Decimals.plain(number) : cell
			.toString();
	}
}
