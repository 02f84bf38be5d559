
package io.github.cnnclassifier.workflow.folder;

import java.util.Optional;

import io.github.cnnclassifier.report.PredictionCsv;
import io.github.cnnclassifier.report.PredictionRow;
import io.github.cnnclassifier.report.PredictionRows;

/**
 * The rows of the table of classes.
 *
 * @param csv makes them
 */
record PredictionFormat(PredictionCsv csv) implements RowFormat {

	@Override
	public String header() {
		return csv.header();
	}

	@Override
	public Optional<Rows> below(final String header) {
		return csv.rowsBelow(header).map(this::rows);
	}

	private Rows rows(final PredictionRows rows) {
		return new Rows() {

			@Override
			public boolean areCurrent() {
				return rows.areCurrent();
			}

			@Override
			public Optional<Found> parse(final String text) {
				return rows.parse(text).map(row -> new Found(row.name(), row.answer()));
			}

			@Override
			public String current(final String text) {
				final PredictionRow row = rows.parse(text).orElseThrow();
				return csv.row(row.name(), row.prediction());
			}
		};
	}
}
