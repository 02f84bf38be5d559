
package io.github.cnnclassifier.inference;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The windows that hold at least one pixel of an area. The others need not be
 * classified.
 */
final class NeededWindows {

	private final WindowGrid grid;
	private final int[] columns;
	private final int[] rows;

	private NeededWindows(final WindowGrid grid, final int[] columns,
		final int[] rows)
	{
		this.grid = grid;
		this.columns = columns;
		this.rows = rows;
	}

	static NeededWindows of(final WindowGrid grid, final MapArea area) {
		final BitSet[] needed = new BitSet[grid.rows()];
		Arrays.setAll(needed, row -> new BitSet(grid.columns()));
		final int top = area.bounds().y();
		for (int y = top; y < top + area.bounds().height(); y++) {
			final BitSet here = columns(grid, area, y);
			for (int row = grid.vertical().first(y); row <= grid.vertical().last(
				y); row++)
			{
				needed[row].or(here);
			}
		}
		return of(grid, needed);
	}

	/** The columns of windows that hold a pixel of the area in this row. */
	private static BitSet columns(final WindowGrid grid, final MapArea area,
		final int y)
	{
		final BitSet columns = new BitSet(grid.columns());
		for (int x = area.bounds().x(); x < area.right(); x++) {
			if (area.contains(x, y)) columns.set(grid.horizontal().first(x), grid
				.horizontal().last(x) + 1);
		}
		return columns;
	}

	private static NeededWindows of(final WindowGrid grid,
		final BitSet[] needed)
	{
		final int count = Arrays.stream(needed).mapToInt(BitSet::cardinality).sum();
		final int[] columns = new int[count];
		final int[] rows = new int[count];
		int next = 0;
		for (int row = 0; row < needed.length; row++) {
			for (int column = needed[row].nextSetBit(0); column >= 0; column =
				needed[row].nextSetBit(column + 1))
			{
				columns[next] = column;
				rows[next++] = row;
			}
		}
		return new NeededWindows(grid, columns, rows);
	}

	WindowGrid grid() {
		return grid;
	}

	/** @return how many there are */
	int count() {
		return columns.length;
	}

	/** @return the column of the window of a 0-based index */
	int column(final int index) {
		return columns[index];
	}

	/** @return the row of the window of a 0-based index */
	int row(final int index) {
		return rows[index];
	}
}
