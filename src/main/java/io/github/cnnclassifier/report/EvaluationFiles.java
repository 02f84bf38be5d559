
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

/** The files that an evaluation leaves in its output folder. */
public final class EvaluationFiles {

	/** Longest side in pixels of the pictures of errors. */
	public static final int THUMBNAIL_SIDE = ErrorSection.SIDE;

	private EvaluationFiles() {}

	/**
	 * @param folder where the files are
	 * @return the page for people
	 */
	public static Path page(final Path folder) {
		return folder.resolve(ReportFiles.PAGE);
	}

	/**
	 * @param result to be written
	 * @return the names of the images whose pictures the report shows, at most
	 *         20: those of the surest errors
	 */
	public static List<String> pictured(final EvaluationResult result) {
		return ErrorSection.surest(result).stream().map(LabeledPrediction::name)
			.toList();
	}

	/**
	 * Checks, before any work is done, that the files can be written.
	 *
	 * @param folder where they shall be; need not exist
	 * @param overwrite whether existing ones may be replaced
	 * @param images that are read; pictures among them would be taken for images
	 *          of a class the next time
	 * @param inputs that are read and never replaced
	 * @throws WrongUsage if one of the files is one that is read
	 * @throws UserFailure if the folder is a file, is inside the images or cannot
	 *           be written to, or one of the files exists and may not be replaced
	 * @throws IOException if the disk fails
	 */
	public static void requireWritable(final Path folder, final boolean overwrite,
		final Path images, final Path... inputs) throws IOException
	{
		final Path[] read = new Path[inputs.length + 1];
		read[0] = images;
		System.arraycopy(inputs, 0, read, 1, inputs.length);
		Outputs.requireWritableFiles(folder, ReportFiles.names(), overwrite, read);
		Outputs.requireOutside(folder, images);
	}

	/**
	 * Writes {@code report.html}, {@code metrics.csv},
	 * {@code confusion_matrix.csv}, {@code predictions.csv}, {@code errors.csv},
	 * and what else there is, see docs/evaluation.md. All appear, or none; those
	 * of an earlier report are replaced.
	 *
	 * @param folder where to write; made if missing
	 * @param evaluation what to write
	 * @param unlabeled predictions of images without a class, which are in the
	 *          table alone
	 * @param thumbnails by the name of the image, no side longer than
	 *          {@link #THUMBNAIL_SIDE}, or the reason why there is none
	 * @param context what the report says beside the figures
	 * @return the names of the files that were written
	 * @throws IOException if a file cannot be written
	 */
	public static Set<String> write(final Path folder,
		final Evaluation evaluation, final List<UnlabeledPrediction> unlabeled,
		final Map<String, ItemOutcome<SampleImage>> thumbnails,
		final ReportContext context) throws IOException
	{
		return ReportFiles.write(folder, evaluation, thumbnails, context, Map.of(
			ReportFiles.PREDICTIONS, out -> EvaluatedCsv.write(out, evaluation,
				unlabeled, context.failed())));
	}

	/**
	 * Writes {@code predictions.csv} alone, of images without classes. Of an
	 * earlier report nothing stays.
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
		ReportFiles.replace(folder, Map.of(ReportFiles.PREDICTIONS,
			out -> EvaluatedCsv.write(out, labels, unlabeled, failed)));
	}
}
