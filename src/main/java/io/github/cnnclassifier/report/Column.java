
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One column of a table: a heading and what stands below it.
 *
 * @param heading permanent, as macros and scripts ask for it
 * @param cell of a row, as {@link Table} takes it; never null
 * @param <R> what a row is about
 */
public record Column<R>(String heading, Function<R, Object> cell) {

	/**
	 * @param columns of the table, in order
	 * @param rows what each row is about
	 * @return the table
	 */
	public static <R> Table table(final List<Column<R>> columns,
		final List<R> rows)
	{
		return new Table(headings(columns), rows.stream().map(row -> cells(columns,
			row)).toList());
	}

	static <R> List<String> headings(final List<Column<R>> columns) {
		return columns.stream().map(Column::heading).toList();
	}

	static <R> List<Object> cells(final List<Column<R>> columns, final R row) {
		final List<Object> cells = new ArrayList<>(columns.size());
		for (final Column<R> column : columns) {
			cells.add(column.cell.apply(row));
		}
		return cells;
	}
}
