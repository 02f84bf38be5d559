
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of a table as data: of each its heading and what stands below it.
 *
 * @param <R> what a row is about
 */
public final class Columns<R> {

	private record Column<R>(String heading, Function<R, Object> cell) {
	}

	private final List<Column<R>> columns = new ArrayList<>();

	/**
	 * @param heading permanent, as macros and scripts ask for it
	 * @param cell of a row, as {@link Table} takes it; never null
	 */
	public void add(final String heading, final Function<R, Object> cell) {
		columns.add(new Column<>(heading, cell));
	}

	/**
	 * @param rows what each row is about
	 * @return the table
	 */
	public Table table(final List<R> rows) {
		return new Table(headings(), rows.stream().map(this::cells).toList());
	}

	List<String> headings() {
		return columns.stream().map(Column::heading).toList();
	}

	List<Object> cells(final R row) {
		final List<Object> cells = new ArrayList<>(columns.size());
		for (final Column<R> column : columns) {
			cells.add(column.cell.apply(row));
		}
		return cells;
	}
}
