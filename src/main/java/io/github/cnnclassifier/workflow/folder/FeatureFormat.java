
package io.github.cnnclassifier.workflow.folder;

import java.util.Optional;

import io.github.cnnclassifier.report.FolderFeatureCsv;
import io.github.cnnclassifier.report.PredictionRow;

/**
 * The rows of the table of features, which has the same columns in every
 * version.
 *
 * @param csv makes them
 */
record FeatureFormat(FolderFeatureCsv csv) implements RowFormat {

	/** In the place of an answer: there are features. */
	static final int PRESENT = 0;

	@Override
	public String header() {
		return csv.header();
	}

	@Override
	public Optional<Rows> below(final String header) {
		return header.equals(header()) ? Optional.of(new Rows() {

			@Override
			public boolean areCurrent() {
				return true;
			}

			@Override
			public Optional<Found> parse(final String text) {
				return csv.parse(text).map(row -> new Found(row.name(), row.failed()
					? PredictionRow.FAILED : PRESENT));
			}

			@Override
			public String current(final String text) {
				return text;
			}
		}) : Optional.empty();
	}
}
