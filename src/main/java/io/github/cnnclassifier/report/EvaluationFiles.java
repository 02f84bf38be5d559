
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.storage.WholeFiles;

/** The files that an evaluation leaves in its output folder. */
public final class EvaluationFiles {

	/** Longest side in pixels of the pictures of errors. */
	public static final int THUMBNAIL_SIDE = ErrorTable.SIDE;

	private static final String METRICS = "metrics.csv";
	private static final String MATRIX = "confusion_matrix.csv";
	private static final String PREDICTIONS = "predictions.csv";
	private static final String SHORTCUTS = "shortcuts.csv";
	private static final String REPORT = "report.html";

	private EvaluationFiles() {}

	/**
	 * @param folder where the files are
	 * @return the page for people
	 */
	public static Path page(final Path folder) {
		return folder.resolve(REPORT);
	}

	/**
	 * @param result to be written
	 * @return the names of the images whose pictures the report shows, at most
	 *         20: those of the surest errors
	 */
	public static List<String> pictured(final EvaluationResult result) {
		return ErrorTable.surest(result).stream().map(LabeledPrediction::name)
			.toList();
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
		Outputs.requireWritableFiles(folder, List.of(METRICS, MATRIX, PREDICTIONS,
			SHORTCUTS, REPORT), overwrite, inputs);
	}

	/**
	 * Writes {@code metrics.csv}, {@code confusion_matrix.csv},
	 * {@code predictions.csv}, {@code shortcuts.csv} and {@code report.html}. All
	 * appear, or none; existing ones are replaced.
	 *
	 * @param folder where to write; made if missing
	 * @param result what to write
	 * @param thumbnails by the name of the image, no side longer than
	 *          {@link #THUMBNAIL_SIDE}, or the reason why there is none
	 * @param context what the report says beside the figures
	 * @throws IOException if a file cannot be written
	 */
	public static void write(final Path folder, final EvaluationResult result,
		final Map<String, ItemOutcome<SampleImage>> thumbnails,
		final ReportContext context) throws IOException
	{
		// Built first: a report that fails leaves no file of a half-written set.
		final byte[] report = HtmlReport.of(result, thumbnails, context).getBytes(
			StandardCharsets.UTF_8);
		try (WholeFiles files = new WholeFiles()) {
			MetricsCsv.write(files.open(folder.resolve(METRICS)).out(), result);
			ConfusionCounts.of(result).writeCsv(files.open(folder.resolve(MATRIX))
				.out());
			EvaluatedCsv.write(files.open(folder.resolve(PREDICTIONS)).out(), result,
				context.failed());
			ShortcutTable.of(context.shortcuts(), result).writeCsv(files.open(folder
				.resolve(SHORTCUTS)).out());
			files.open(page(folder)).out().write(report);
			files.commit();
		}
	}
}
