
package io.github.cnnclassifier.imagej;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import ij.Menus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextWindow;
import io.github.cnnclassifier.report.Table;

/**
 * A table in a window of its own, which tells by its title what it is of. It is
 * shown as soon as it has rows; the host need not show it again.
 */
public final class OwnTable extends ResultsTable {

	/** What later rows must be of to be added here, whatever the title is now. */
	private final String kind;
	private volatile String title;
	/** Of this table and of the copy that its window shows. */
	private final RowChoice choice = new RowChoice();
	/** Titles of the images that rows are of, by the numbers of the images. */
	private final Map<Integer, String> images = new LinkedHashMap<>();

	private OwnTable(final String kind, final String title) {
		this.kind = kind;
		this.title = title;
	}

	/** @return what its window is called */
	@Override
	public String getTitle() {
		return title;
	}

	/**
	 * Adds rows to the open table of the same kind of things, or to a new one if
	 * there is none or its window was closed. Several runs may do so at once. Who
	 * clicks on a row is shown where its thing is.
	 */
	static OwnTable append(final String title, final Table rows,
		final RowPlaces places)
	{
		synchronized (OwnTable.class) {
			final OwnTable table = ofKind(title).orElseGet(() -> new OwnTable(title,
				unused(title)));
			table.add(rows, places);
			return table;
		}
	}

	/**
	 * The same for predictions: those of one model are together, and the title
	 * tells of which image they are, or of how many.
	 *
	 * @param number tells the image from others of the same title
	 */
	static OwnTable appendPredictions(final String model, final int number,
		final String image, final Table rows, final RowPlaces places)
	{
		final String kind = "Predictions by " + model;
		synchronized (OwnTable.class) {
			final Optional<OwnTable> open = ofKind(kind);
			final OwnTable table = open.orElseGet(() -> new OwnTable(kind, ""));
			final String before = table.predictionsOf(model);
			table.images.put(number, image);
			final String now = table.predictionsOf(model);
			if (open.isEmpty()) table.title = unused(now);
			// a name that somebody gave to the window stays
			else if (!now.equals(before) && table.title.startsWith(before)) table
				.rename(unused(now));
			table.add(rows, places);
			return table;
		}
	}

	private String predictionsOf(final String model) {
		return "Predictions of " + (images.size() == 1 ? images.values().iterator()
			.next() : images.size() + " images") + " by " + model;
	}

	/**
	 * A new table. Another window of that title stays as it is, and a number
	 * tells the new one from it.
	 */
	static OwnTable of(final String title, final Consumer<ResultsTable> rows) {
		synchronized (OwnTable.class) {
			final String name = unused(title);
			final OwnTable table = new OwnTable(name, name);
			rows.accept(table);
			table.show(name);
			return table;
		}
	}

	/**
	 * Adds rows of a run that is still at work. Who has closed the window in the
	 * meantime does not want to see it again.
	 */
	void addUnlessClosed(final Table rows) {
		synchronized (OwnTable.class) {
			final Optional<TextWindow> open = window();
			TableRows.append(this, rows);
			open.ifPresent(window -> show(window.getTitle()));
		}
	}

	private void add(final Table rows, final RowPlaces places) {
		final int before = size();
		TableRows.append(this, rows);
		choice.add(places, this, before);
		show(title);
		window().ifPresent(window -> {
			if (before == 0) BesideImage.place(window);
			choice.listenTo(window.getTextPanel());
		});
	}

	/** ImageJ's own renaming would be recorded as a line of the user's macro. */
	private void rename(final String name) {
		window().ifPresent(window -> {
			window.setTitle(name);
			window.getTextPanel().setTitle(name);
			Menus.updateWindowMenuItem(title, name);
		});
		title = name;
	}

	/** The rows that a window shows are a copy, which has the same choice. */
	private Optional<TextWindow> window() {
		return windows().filter(window -> in(window).choice == choice).findFirst();
	}

	private static Optional<OwnTable> ofKind(final String kind) {
		return windows().map(OwnTable::in).filter(table -> table.kind.equals(kind))
			.findFirst();
	}

	private static Stream<TextWindow> windows() {
		return Stream.of(WindowManager.getAllNonImageWindows()).filter(
			TextWindow.class::isInstance).map(TextWindow.class::cast).filter(
				window -> window.getResultsTable() instanceof OwnTable);
	}

	private static OwnTable in(final TextWindow window) {
		final OwnTable table = (OwnTable) window.getResultsTable();
		// somebody may have given it another name
		table.title = window.getTitle();
		return table;
	}

	/** ImageJ would put a second table into the window of the first. */
	static String unused(final String title) {
		String name = title;
		for (int i = 2; WindowManager.getWindow(name) != null; i++) {
			name = title + " (" + i + ")";
		}
		return name;
	}
}
