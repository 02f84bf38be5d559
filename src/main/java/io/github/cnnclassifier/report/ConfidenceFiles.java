
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.cnnclassifier.evaluation.ConfidenceFigures;
import io.github.cnnclassifier.storage.WholeFiles;

/** The charts of confidence, and the data behind them, as files. */
final class ConfidenceFiles {

	private static final String RELIABILITY = "reliability.csv";
	private static final String RELIABILITY_CHART = "reliability.png";
	private static final String COVERAGE = "coverage.csv";
	private static final String COVERAGE_CHART = "coverage.png";

	private ConfidenceFiles() {}

	/**
	 * @param others names of files
	 * @return these and the names of those that are written here
	 */
	static List<String> and(final String... others) {
		return Stream.concat(Stream.of(others), Stream.of(RELIABILITY,
			RELIABILITY_CHART, COVERAGE, COVERAGE_CHART)).toList();
	}

	/**
	 * @param files gets them
	 * @param folder where they shall be
	 * @param figures what to write
	 * @throws IOException if one cannot be written
	 */
	static void write(final WholeFiles files, final Path folder,
		final ConfidenceFigures figures) throws IOException
	{
		ConfidenceTables.of(figures.reliability()).writeCsv(files.open(folder
			.resolve(RELIABILITY)).out());
		ConfidenceTables.of(figures.coverage()).writeCsv(files.open(folder.resolve(
			COVERAGE)).out());
		files.open(folder.resolve(RELIABILITY_CHART)).out().write(ReliabilityChart
			.png(figures.reliability()));
		files.open(folder.resolve(COVERAGE_CHART)).out().write(CoverageChart.png(
			figures.coverage()));
	}
}
