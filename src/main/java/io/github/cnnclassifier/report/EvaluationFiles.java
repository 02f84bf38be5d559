
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.evaluation.UnlabeledPrediction;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.storage.WholeFiles;

/** The files that an evaluation leaves in its output folder. */
public final class EvaluationFiles {

	/** Longest side in pixels of the pictures of errors. */
	public static final int THUMBNAIL_SIDE = ErrorTable.SIDE;

	private static final String METRICS = "metrics.csv";
	private static final String FIGURES = "figures.csv";
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
		Outputs.requireWritableFiles(folder, ConfidenceFiles.and(METRICS, MATRIX,
			PREDICTIONS, FIGURES, SHORTCUTS, REPORT), overwrite, inputs);
	}

	/**
	 * Writes {@code metrics.csv}, {@code confusion_matrix.csv},
	 * {@code predictions.csv}, {@code figures.csv}, {@code shortcuts.csv},
	 * {@code report.html}, and {@code reliability} and {@code coverage} as
	 * {@code .csv} and {@code .png}. All appear, or none; existing ones are
	 * replaced.
	 *
	 * @param folder where to write; made if missing
	 * @param evaluation what to write
	 * @param unlabeled predictions of images without a class, which are in the
	 *          table alone
	 * @param thumbnails by the name of the image, no side longer than
	 *          {@link #THUMBNAIL_SIDE}, or the reason why there is none
	 * @param context what the report says beside the figures
	 * @throws IOException if a file cannot be written
	 */
	public static void write(final Path folder, final Evaluation evaluation,
		final List<UnlabeledPrediction> unlabeled,
		final Map<String, ItemOutcome<SampleImage>> thumbnails,
		final ReportContext context) throws IOException
	{
		// Built first: a report that fails leaves no file of a half-written set.
		final byte[] report = HtmlReport.of(evaluation, thumbnails, context)
			.getBytes(StandardCharsets.UTF_8);
		try (WholeFiles files = new WholeFiles()) {
			MetricsCsv.write(files.open(folder.resolve(METRICS)).out(), evaluation);
			ConfusionCounts.of(evaluation.result()).writeCsv(files.open(folder
				.resolve(MATRIX)).out());
			EvaluatedCsv.write(files.open(folder.resolve(PREDICTIONS)).out(),
				evaluation, unlabeled, context.failed());
			FiguresCsv.write(files.open(folder.resolve(FIGURES)).out(), evaluation);
			ConfidenceFiles.write(files, folder, evaluation.result().confidence());
			ShortcutTable.of(context.shortcuts(), evaluation.result()).writeCsv(files
				.open(folder.resolve(SHORTCUTS)).out());
			files.open(page(folder)).out().write(report);
			files.commit();
		}
	}

	/**
	 * Writes {@code predictions.csv} alone, of images without classes.
	 *
	 * @param folder where to write; made if missing
	 * @param labels of the model
	 * @param unlabeled what was said of each
	 * @param failed images without a prediction
	 * @throws IOException if the file cannot be written
	 */
	public static void writePredictions(final Path folder,
		final ClassLabels labels, final List<UnlabeledPrediction> unlabeled,
		final List<FailedSample> failed) throws IOException
	{
		try (WholeFiles files = new WholeFiles()) {
			EvaluatedCsv.write(files.open(folder.resolve(PREDICTIONS)).out(), labels,
				unlabeled, failed);
			files.commit();
		}
	}
}
