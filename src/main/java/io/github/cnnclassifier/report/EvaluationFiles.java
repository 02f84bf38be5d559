
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.storage.WholeFiles;

/** The files that an evaluation leaves in its output folder. */
public final class EvaluationFiles {

	private EvaluationFiles() {}

	/**
	 * Checks, before any work is done, that the files can be written.
	 *
	 * @param folder where they shall be; need not exist
	 * @param overwrite whether existing ones may be replaced
	 * @param inputs that are read and never replaced
	 * @throws WrongUsage if one of the files is one that is read
	 * @throws UserFailure if the folder is a file or cannot be written to, or one
	 *           of the files exists and may not be replaced
	 * @throws IOException if the disk fails
	 */
	public static void requireWritable(final Path folder, final boolean overwrite,
		final Path... inputs) throws IOException
	{
		Outputs.requireWritableFiles(folder, List.of("metrics.csv",
			"confusion_matrix.csv", "predictions.csv", "report.html"), overwrite,
			inputs);
	}

	/**
	 * Writes {@code metrics.csv}, {@code confusion_matrix.csv},
	 * {@code predictions.csv} and {@code report.html}. All appear, or none;
	 * existing ones are replaced.
	 *
	 * @param folder where to write; made if missing
	 * @param result what to write
	 * @param context what the report says beside the figures
	 * @throws IOException if a file cannot be written
	 */
	public static void write(final Path folder, final EvaluationResult result,
		final ReportContext context) throws IOException
	{
		// Built first: a report that fails leaves no file of a half-written set.
		final byte[] report = HtmlReport.of(result, context).getBytes(
			StandardCharsets.UTF_8);
		try (WholeFiles files = new WholeFiles()) {
			MetricsCsv.write(files.open(folder.resolve("metrics.csv")).out(), result);
			ConfusionCounts.of(result).writeCsv(files.open(folder.resolve(
				"confusion_matrix.csv")).out());
			EvaluatedCsv.write(files.open(folder.resolve("predictions.csv")).out(),
				result, context.failed());
			files.open(folder.resolve("report.html")).out().write(report);
			files.commit();
		}
	}
}
