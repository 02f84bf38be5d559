
package io.github.cnnclassifier.imagej;

import java.awt.Canvas;
import java.awt.Component;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import ij.measure.ResultsTable;
import ij.text.TextPanel;

/**
 * Shows the thing of a row on which somebody clicks, and raises its window at a
 * double click; the arrow keys go on to the row below or above. Rows are known
 * by their cells, as a table may be sorted.
 */
final class RowChoice {

	private record Row(List<String> columns, List<String> cells) {

		static Row of(final ResultsTable table, final int row,
			final List<String> columns)
		{
			return new Row(columns, columns.stream().map(column -> table
				.getStringValue(column, row)).toList());
		}
	}

	private final Map<Row, RowPlace> places = new ConcurrentHashMap<>();
	private volatile List<String> columns = List.of();
	private volatile TextPanel panel;

	/**
	 * @param added places of rows at the end of the table
	 * @param table has them already
	 * @param first index of the first of them
	 */
	void add(final RowPlaces added, final ResultsTable table, final int first) {
		if (added.places().isEmpty()) return;
		columns = added.columns();
		for (int i = 0; i < added.places().size(); i++) {
			places.put(Row.of(table, first + i, columns), added.places().get(i));
		}
	}

	/** @param shown the rows; listened to once */
	void listenTo(final TextPanel shown) {
		if (panel == shown) return;
		panel = shown;
		for (final Component part : shown.getComponents()) {
			// ImageJ passes on no arrow keys
			if (part instanceof Canvas) part.addKeyListener(new Keys());
		}
		shown.addMouseListener(new Clicks());
	}

	private Optional<RowPlace> chosen() {
		final ResultsTable table = panel.getResultsTable();
		final int row = panel.getSelectionStart();
		final boolean one = row >= 0 && row == panel.getSelectionEnd();
		if (!one || table == null || row >= table.size() || columns.isEmpty() ||
			!columns.stream().allMatch(table::columnExists)) return Optional.empty();
		return Optional.ofNullable(places.get(Row.of(table, row, columns)));
	}

	private final class Clicks extends MouseAdapter {

		/** The press has selected the row. */
		@Override
		public void mouseReleased(final MouseEvent event) {
			if (event.isPopupTrigger()) return;
			chosen().ifPresent(place -> {
				place.select();
				if (event.getClickCount() > 1) place.raise();
			});
		}
	}

	private final class Keys extends KeyAdapter {

		@Override
		public void keyPressed(final KeyEvent event) {
			final int step = switch (event.getKeyCode()) {
				case KeyEvent.VK_DOWN -> 1;
				case KeyEvent.VK_UP -> -1;
				default -> 0;
			};
			final int row = panel.getSelectionStart() + step;
			if (step == 0 || row < 0 || row >= panel.getLineCount()) return;
			panel.setSelection(row, row);
			chosen().ifPresent(RowPlace::select);
		}
	}
}
