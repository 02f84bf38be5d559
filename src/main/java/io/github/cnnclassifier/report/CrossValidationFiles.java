
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.evaluation.CrossValidationResult;
import io.github.cnnclassifier.evaluation.LikelyWrongLabel;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.storage.WholeFile;

/**
 * The files that a cross-validation leaves in its output folder: those of an
 * evaluation, and tables of the folds.
 */
public final class CrossValidationFiles {

	static final String FOLDS = "folds.csv";
	static final String SUMMARY = "summary.csv";

	private CrossValidationFiles() {}

	/**
	 * @param folder where the files are
	 * @return the page for people
	 */
	public static Path page(final Path folder) {
		return folder.resolve(ReportFiles.PAGE);
	}

	/**
	 * @param folder where the files are
	 * @return the table of all predictions
	 */
	public static Path predictions(final Path folder) {
		return folder.resolve(ReportFiles.PREDICTIONS);
	}

	/**
	 * Writes all files. All appear, or none; existing ones are replaced.
	 *
	 * @param folder where to write; made if missing
	 * @param csv of the predictions
	 * @param rows of that table
	 * @param run how the table came about, {@code predictions.csv.run.json}
	 * @param result of these rows
	 * @param folds all of them, also those that failed
	 * @param wrong labels that are likely wrong, by rank
	 * @param thumbnails as for {@link EvaluationFiles#write} and
	 *          {@link LikelyWrongFiles#write}
	 * @param context what the report says beside the figures
	 * @throws IOException if a file cannot be written
	 */
	public static void write(final Path folder, final HeldOutCsv csv,
		final List<HeldOutRow> rows, final WholeFile.Content run,
		final CrossValidationResult result,
		final List<CrossValidationTables.FoldRow> folds,
		final List<LikelyWrongLabel> wrong,
		final Map<String, ItemOutcome<SampleImage>> thumbnails,
		final ReportContext context) throws IOException
	{
		final Map<String, WholeFile.Content> more = new LinkedHashMap<>();
		more.put(ReportFiles.PREDICTIONS, out -> writeTable(out, csv, rows));
		more.put(ReportFiles.RUN, run);
		more.putAll(LikelyWrongFiles.files(context.data(), result.pooled().labels(),
			wrong, thumbnails));
		ReportFiles.write(folder, result.evaluation(), thumbnails, context.with(
			new ReportPart(ReportPlace.FOLDS, List.of(), List.of(), List.of(
				new ReportPart.FileTable(SUMMARY, CrossValidationTables.summary(result),
					true), new ReportPart.FileTable(FOLDS, CrossValidationTables.folds(
						folds, result), true)))).with(LikelyWrongFiles.part(wrong)), more);
	}

	/**
	 * Writes the table of all predictions.
	 *
	 * @param out not closed
	 * @param csv of the predictions
	 * @param rows of that table
	 * @throws IOException if it cannot be written
	 */
	public static void writeTable(final OutputStream out, final HeldOutCsv csv,
		final List<HeldOutRow> rows) throws IOException
	{
		out.write(csv.header().getBytes(StandardCharsets.UTF_8));
		for (final HeldOutRow row : rows)
			out.write(csv.line(row).getBytes(StandardCharsets.UTF_8));
	}
}
