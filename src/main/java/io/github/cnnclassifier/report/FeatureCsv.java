
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The text of a table of features, row by row, each ending with {@code \n}:
 * what a row is about, {@code f1,f2,...}, {@code error}. A feature has as many
 * digits as it takes to read the very same float again. Thread-safe.
 *
 * @param <R> what a row is about
 */
public final class FeatureCsv<R> {

	private final Columns<R> about;
	private final int features;

	/**
	 * @param about columns that say what a row is about, and its class
	 * @param features how many there are, at least 1
	 */
	FeatureCsv(final Columns<R> about, final int features) {
		this.about = about;
		this.features = features;
	}

	/** @return the first line */
	public String header() {
		final List<Object> cells = new ArrayList<>(about.headings());
		for (int i = 1; i <= features; i++)
			cells.add("f" + i);
		cells.add(PredictionRows.ERROR);
		return CsvFormat.line(cells);
	}

	/**
	 * @param item what the row is about
	 * @param values its features
	 * @return a row with an empty {@code error}
	 * @throws IllegalArgumentException if there are more or fewer features
	 */
	public String row(final R item, final float[] values) {
		if (values.length != features) throw new IllegalArgumentException(
			"Expected " + features + " features, got " + values.length);
		final List<Object> cells = about.cells(item);
		for (final float value : values)
			cells.add(Float.toString(value));
		cells.add("");
		return CsvFormat.line(cells);
	}

	/**
	 * @param item what the row is about
	 * @param reason why it has no features, never empty
	 * @return a row without features
	 */
	public String failedRow(final R item, final String reason) {
		final List<Object> cells = about.cells(item);
		cells.addAll(Collections.nCopies(features, ""));
		cells.add(reason);
		return CsvFormat.line(cells);
	}

	/** @return how many cells a row has */
	int width() {
		return about.headings().size() + features + 1;
	}
}
