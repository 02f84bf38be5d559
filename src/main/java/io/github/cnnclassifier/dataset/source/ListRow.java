
package io.github.cnnclassifier.dataset.source;

import java.math.BigDecimal;
import java.util.List;

import org.apache.commons.csv.CSVRecord;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Region;

/**
 * One row of an image list, understood.
 *
 * @param path as it is written
 * @param label class name, empty only where the list need not tell one
 * @param group null if the row names none
 * @param side null if the row names none
 * @param region null for the whole image
 * @param plane 0-based; -1 if the row names none
 */
record ListRow(String path, String label, String group, Side side,
		Region region, int plane)
{

	/** @throws UserFailure with the reason why the row cannot be used */
	static ListRow of(final CSVRecord row, final ListColumns columns) {
		if (row.size() > columns.count()) throw new UserFailure("Expected " +
			columns.count() + " cells, found " + row.size() +
			". Put quotes around texts that hold the separator.");
		final String path = filled(row, columns, ListColumn.PATH);
		final String label = columns.needClass() ? filled(row, columns,
			ListColumn.CLASS) : columns.text(row, ListColumn.CLASS);
		if (!Legible.isLine(label)) throw new UserFailure(
			"Expected a class in one line, found '" + Legible.quote(label) +
				"' with a line break or another control character.");
		final String group = columns.text(row, ListColumn.GROUP);
		return new ListRow(path, label, group.isEmpty() ? null : group, side(columns
			.text(row, ListColumn.SPLIT)), region(row, columns), plane(row, columns));
	}

	private static String filled(final CSVRecord row, final ListColumns columns,
		final ListColumn column)
	{
		final String text = columns.text(row, column);
		if (text.isEmpty()) throw new UserFailure("The " + column.title() +
			" is empty.");
		return text;
	}

	private static Side side(final String word) {
		if (word.isEmpty()) return null;
		final Side side = SideNames.side(word);
		if (side == null) throw new UserFailure(
			"Expected the split train, validation or test, found '" + Legible.quote(
				word) + "'.");
		return side;
	}

	private static Region region(final CSVRecord row, final ListColumns columns) {
		final List<ListColumn> parts = columns.region();
		if (parts.stream().allMatch(part -> columns.text(row, part).isEmpty()))
			return null;
		final int[] n = parts.stream().mapToInt(part -> whole(row, columns, part))
			.toArray();
		// the corner (xmax, ymax) is the first pixel beyond the region
		return parts.get(0) == ListColumn.XMIN ? new Region(n[0], n[1], n[2] - n[0],
			n[3] - n[1]) : new Region(n[0], n[1], n[2], n[3]);
	}

	private static int plane(final CSVRecord row, final ListColumns columns) {
		if (columns.text(row, ListColumn.SLICE).isEmpty()) return -1;
		final int slice = whole(row, columns, ListColumn.SLICE);
		if (slice < 1) throw new UserFailure("Expected a slice from 1 on, found " +
			slice + ".");
		return slice - 1;
	}

	/** Tables of numbers with gaps are often written with 12.0 for 12. */
	private static int whole(final CSVRecord row, final ListColumns columns,
		final ListColumn column)
	{
		final String text = columns.text(row, column);
		if (text.matches("-?\\d{1,9}(\\.\\d{1,9})?")) try {
			return new BigDecimal(text).intValueExact();
		}
		catch (final ArithmeticException e) {
			throw new UserFailure(notWhole(column, text), e);
		}
		throw new UserFailure(notWhole(column, text));
	}

	private static String notWhole(final ListColumn column, final String text) {
		return "Expected a whole number for " + column.title() + ", found '" +
			Legible.quote(text) + "'.";
	}
}
