
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.storage.WholeFile;
import io.github.cnnclassifier.storage.WholeFiles;

/**
 * The files of a report: the page, and of what it shows each table as CSV and
 * each picture as PNG. The names are permanent.
 */
final class ReportFiles {

	static final String PAGE = "report.html";
	static final String METRICS = "metrics.csv";
	static final String FIGURES = "figures.csv";
	static final String MATRIX = "confusion_matrix.csv";
	static final String MATRIX_PICTURE = "confusion_matrix.png";
	static final String PREDICTIONS = "predictions.csv";
	/** Of a cross-validation, which can go on with it. */
	static final String RUN = PREDICTIONS + ".run.json";
	static final String ERRORS = "errors.csv";
	static final String ERROR_PICTURES = "errors.png";
	static final String TRAINING = "training.csv";
	static final String TRAINING_PICTURE = "training.png";
	static final String DATA = "data.csv";
	static final String SETTINGS = "settings.csv";
	static final String METHODS = "methods.txt";

	private ReportFiles() {}

	/** @return of all files, also of those that not every report has */
	static List<String> names() {
		return Stream.concat(Stream.of(PAGE, METRICS, FIGURES, MATRIX,
			MATRIX_PICTURE, PREDICTIONS, RUN, ERRORS, ERROR_PICTURES, TRAINING,
			TRAINING_PICTURE, DATA, SETTINGS, METHODS), Arrays.stream(ReportPlace
				.values()).flatMap(place -> place.files().stream())).toList();
	}

	/**
	 * Writes what there is. All files appear, or none; those of an earlier report
	 * are replaced, or deleted where this one has none of that name.
	 *
	 * @param folder where to write; made if missing
	 * @param more the table of predictions, and others that not every report has
	 * @return the names of the files that were written
	 */
	static Set<String> write(final Path folder, final Evaluation evaluation,
		final Map<String, ItemOutcome<SampleImage>> thumbnails,
		final ReportContext context, final Map<String, WholeFile.Content> more)
		throws IOException
	{
		final EvaluationResult result = evaluation.result();
		ReportContext complete = context.with(ClassCurveCharts.part(evaluation
			.curves()));
		final Optional<ReportPart> groups = GroupTable.part(evaluation);
		if (groups.isPresent()) complete = complete.with(groups.get());
		// Built first: a page that fails leaves no file of a half-written set.
		final byte[] page = HtmlReport.of(evaluation, thumbnails, complete)
			.getBytes(StandardCharsets.UTF_8);
		final Map<String, WholeFile.Content> files = new LinkedHashMap<>();
		files.put(METRICS, out -> MetricsCsv.write(out, evaluation));
		files.put(FIGURES, out -> FiguresCsv.write(out, evaluation));
		files.putAll(more);
		files.putAll(ConfidenceFiles.of(result.confidence()));
		putMatrix(files, result);
		putErrors(files, new ErrorSection(result, thumbnails, complete.heatMaps()));
		putContext(files, complete);
		complete.parts().forEach(part -> putPart(files, part));
		files.put(PAGE, out -> out.write(page));
		replace(folder, files);
		return files.keySet();
	}

	/**
	 * Puts files in the place of an earlier report, of which nothing stays. All
	 * appear, or none.
	 *
	 * @param folder where to write; made if missing
	 * @param files by their names, each one of {@link #names()}
	 */
	static void replace(final Path folder,
		final Map<String, WholeFile.Content> files) throws IOException
	{
		final boolean replaces = Files.exists(folder.resolve(PAGE));
		try (WholeFiles whole = new WholeFiles()) {
			for (final Map.Entry<String, WholeFile.Content> file : files.entrySet())
				file.getValue().writeTo(whole.open(folder.resolve(file.getKey()))
					.out());
			whole.commit();
		}
		// without an earlier report, files of these names are somebody else's
		if (replaces) for (final String name : names())
			if (!files.containsKey(name)) Files.deleteIfExists(folder.resolve(name));
	}

	private static void putMatrix(final Map<String, WholeFile.Content> files,
		final EvaluationResult result)
	{
		files.put(MATRIX, ConfusionCounts.of(result)::writeCsv);
		if (result.matrix().classes() <= MatrixPicture.MOST_CLASSES) put(files,
			MATRIX_PICTURE, MatrixPicture.png(result));
	}

	private static void putErrors(final Map<String, WholeFile.Content> files,
		final ErrorSection errors)
	{
		files.put(ERRORS, errors.table()::writeCsv);
		if (errors.hasPictures()) put(files, ERROR_PICTURES, errors.sheet());
	}

	private static void putContext(final Map<String, WholeFile.Content> files,
		final ReportContext context) throws IOException
	{
		if (!context.history().isEmpty()) {
			files.put(TRAINING, TrainingSection.table(context.history())::writeCsv);
			put(files, TRAINING_PICTURE, LearningCurveChart.png(context.history()));
		}
		if (context.summary().isPresent()) files.put(DATA, context.summary().get()
			.classes()::writeCsv);
		if (!context.details().isEmpty()) files.put(SETTINGS, settings(context
			.details())::writeCsv);
		if (!context.methods().isEmpty()) put(files, METHODS, (context.methods() +
			"\n").getBytes(StandardCharsets.UTF_8));
	}

	private static Table settings(final List<LabelValue> details) {
		final Columns<LabelValue> columns = new Columns<>();
		columns.add("setting", LabelValue::label);
		columns.add("value", LabelValue::value);
		return columns.table(details);
	}

	private static void putPart(final Map<String, WholeFile.Content> files,
		final ReportPart part)
	{
		part.tables().forEach(table -> files.put(table.file(), table
			.table()::writeCsv));
		part.pictures().forEach(picture -> put(files, picture.file(), picture
			.png()));
	}

	private static void put(final Map<String, WholeFile.Content> files,
		final String name, final byte[] bytes)
	{
		files.put(name, out -> out.write(bytes));
	}
}
