
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.evaluation.CrossValidationResult;
import io.github.cnnclassifier.evaluation.LikelyWrongLabel;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.storage.WholeFiles;

/**
 * The files that a cross-validation leaves in its output folder: those of an
 * evaluation, and tables of the folds.
 */
public final class CrossValidationFiles {

	private static final String METRICS = "metrics.csv";
	private static final String MATRIX = "confusion_matrix.csv";
	private static final String PREDICTIONS = "predictions.csv";
	private static final String FOLDS = "folds.csv";
	private static final String SUMMARY = "summary.csv";
	private static final String SHORTCUTS = "shortcuts.csv";
	private static final String REPORT = "report.html";

	private CrossValidationFiles() {}

	/**
	 * @param folder where the files are
	 * @return the page for people
	 */
	public static Path page(final Path folder) {
		return folder.resolve(REPORT);
	}

	/**
	 * @param folder where the files are
	 * @return the table of all predictions
	 */
	public static Path predictions(final Path folder) {
		return folder.resolve(PREDICTIONS);
	}

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
		final List<String> names = new ArrayList<>(List.of(METRICS, MATRIX,
			PREDICTIONS, FOLDS, SUMMARY, SHORTCUTS, REPORT));
		names.addAll(LikelyWrongFiles.names());
		Outputs.requireWritableFiles(folder, names, overwrite, inputs);
	}

	/**
	 * Writes all files. All appear, or none; existing ones are replaced.
	 *
	 * @param folder where to write; made if missing
	 * @param csv of the predictions
	 * @param rows of that table
	 * @param result of these rows
	 * @param folds all of them, also those that failed
	 * @param wrong labels that are likely wrong, by rank
	 * @param thumbnails as for {@link EvaluationFiles#write} and
	 *          {@link LikelyWrongFiles#write}
	 * @param context what the report says beside the figures
	 * @throws IOException if a file cannot be written
	 */
	public static void write(final Path folder, final HeldOutCsv csv,
		final List<HeldOutRow> rows, final CrossValidationResult result,
		final List<CrossValidationTables.FoldRow> folds,
		final List<LikelyWrongLabel> wrong,
		final Map<String, ItemOutcome<SampleImage>> thumbnails,
		final ReportContext context) throws IOException
	{
		final byte[] report = HtmlReport.of(result.pooled(), thumbnails, context)
			.getBytes(StandardCharsets.UTF_8);
		try (WholeFiles files = new WholeFiles()) {
			MetricsCsv.write(files.open(folder.resolve(METRICS)).out(), result
				.pooled());
			ConfusionCounts.of(result.pooled()).writeCsv(files.open(folder.resolve(
				MATRIX)).out());
			CrossValidationTables.folds(folds, result).writeCsv(files.open(folder
				.resolve(FOLDS)).out());
			CrossValidationTables.summary(result).writeCsv(files.open(folder.resolve(
				SUMMARY)).out());
			ShortcutTable.of(context.shortcuts(), result.pooled()).writeCsv(files
				.open(folder.resolve(SHORTCUTS)).out());
			files.open(page(folder)).out().write(report);
			LikelyWrongFiles.addTo(files, folder, context.data(), result.pooled()
				.labels(), wrong, thumbnails);
			write(files.open(predictions(folder)).out(), csv, rows);
			files.commit();
		}
	}

	private static void write(final OutputStream out, final HeldOutCsv csv,
		final List<HeldOutRow> rows) throws IOException
	{
		out.write(csv.header().getBytes(StandardCharsets.UTF_8));
		for (final HeldOutRow row : rows)
			out.write(csv.line(row).getBytes(StandardCharsets.UTF_8));
	}
}
