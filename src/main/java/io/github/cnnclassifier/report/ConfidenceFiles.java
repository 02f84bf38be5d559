
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.util.Map;

import io.github.cnnclassifier.evaluation.ConfidenceFigures;
import io.github.cnnclassifier.storage.WholeFile;

/** The charts of confidence, and the data behind them, as files. */
final class ConfidenceFiles {

	static final String RELIABILITY = "reliability.csv";
	static final String RELIABILITY_CHART = "reliability.png";
	static final String COVERAGE = "coverage.csv";
	static final String COVERAGE_CHART = "coverage.png";

	private ConfidenceFiles() {}

	/**
	 * @param figures what to write
	 * @return the files by their names, which a report has a place for
	 * @throws IOException if a chart cannot be drawn
	 */
	static Map<String, WholeFile.Content> of(final ConfidenceFigures figures)
		throws IOException
	{
		final byte[] reliability = ReliabilityChart.png(figures.reliability());
		final byte[] coverage = CoverageChart.png(figures.coverage());
		return Map.of(RELIABILITY, ConfidenceTables.of(figures
			.reliability())::writeCsv, COVERAGE, ConfidenceTables.of(figures
				.coverage())::writeCsv, RELIABILITY_CHART, out -> out.write(
					reliability), COVERAGE_CHART, out -> out.write(coverage));
	}
}
