
package io.github.cnnclassifier.dataset.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVRecord;

import io.github.cnnclassifier.failure.UserFailure;

/** Where the columns of an image list are. */
final class ListColumns {

	private static final List<ListColumn> EXTENT = List.of(ListColumn.X,
		ListColumn.Y, ListColumn.WIDTH, ListColumn.HEIGHT);
	private static final List<ListColumn> CORNERS = List.of(ListColumn.XMIN,
		ListColumn.YMIN, ListColumn.XMAX, ListColumn.YMAX);

	private final Map<ListColumn, Integer> positions = new EnumMap<>(
		ListColumn.class);
	private final List<String> unused = new ArrayList<>();
	private final Path file;
	private final int count;
	private final boolean classes;

	/**
	 * @param classes whether there must be a column for the class
	 * @throws UserFailure if the header is ambiguous or lacks a column
	 */
	ListColumns(final Path file, final List<String> header,
		final boolean classes)
	{
		this.file = file;
		this.classes = classes;
		count = header.size();
		for (int i = 0; i < count; i++) {
			final String title = header.get(i);
			final ListColumn column = ListColumn.of(title);
			if (column == null) {
				if (!title.isBlank()) unused.add(title);
				continue;
			}
			final Integer other = positions.put(column, i);
			if (other != null) throw wrong("one column for the " + column.title(),
				"'" + header.get(other) + "' and '" + title + "'",
				"Remove one of them.", header);
		}
		require(ListColumn.PATH, header);
		if (classes) require(ListColumn.CLASS, header);
		requireWholeRegions(header);
	}

	private void require(final ListColumn column, final List<String> header) {
		if (!has(column)) throw wrong("a column named '" + column.title() + "'",
			"none", "The first row names the columns.", header);
	}

	private void requireWholeRegions(final List<String> header) {
		final long corners = CORNERS.stream().filter(this::has).count();
		if (corners == 4) {
			if (has(ListColumn.X) || has(ListColumn.Y)) throw wrong(
				"regions either by x,y,width,height or by xmin,ymin,xmax,ymax", "both",
				"Remove one of the two.", header);
			// tables with corners often tell the size of the image as well
			for (final ListColumn size : List.of(ListColumn.WIDTH,
				ListColumn.HEIGHT))
			{
				final Integer position = positions.remove(size);
				if (position != null) unused.add(header.get(position));
			}
			return;
		}
		if (corners > 0) throw wrong("all of xmin, ymin, xmax and ymax", corners +
			" of them", "Add the others.", header);
		final long extent = EXTENT.stream().filter(this::has).count();
		if (extent > 0 && extent < 4) throw wrong("all of x, y, width and height",
			extent + " of them", "Add the others, or remove these.", header);
	}

	private UserFailure wrong(final String expected, final String found,
		final String advice, final List<String> header)
	{
		return new UserFailure("Expected " + expected + " in the list '" + file +
			"', found " + found + " among the columns " + LabelRules.quoted(header) +
			". " + advice);
	}

	private boolean has(final ListColumn column) {
		return positions.containsKey(column);
	}

	/** @return whether each row must tell a class */
	boolean needClass() {
		return classes;
	}

	/** @return titles of columns without a meaning here */
	List<String> unused() {
		return unused;
	}

	/** @return the number of columns */
	int count() {
		return count;
	}

	/** @return the four columns of a region, corners or extent; empty if none */
	List<ListColumn> region() {
		if (has(ListColumn.XMIN)) return CORNERS;
		return has(ListColumn.X) ? EXTENT : List.of();
	}

	/** @return the text of a cell, trimmed; empty if there is no such cell */
	String text(final CSVRecord row, final ListColumn column) {
		final Integer position = positions.get(column);
		return position == null || position >= row.size() ? "" : row.get(position)
			.strip();
	}
}
