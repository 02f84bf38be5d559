
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LearningCurve;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.storage.WholeFiles;

/** The files of a learning curve: accuracy against number of images. */
public final class LearningCurveFiles {

	/**
	 * One training.
	 *
	 * @param step 1 for the smallest part
	 * @param repeat 1-based
	 * @param images how many it learned from
	 * @param seed of the training
	 * @param result on the held-out images; empty if it failed
	 * @param error the reason; empty if there is a result
	 */
	public record Run(int step, int repeat, int images, long seed,
			Optional<EvaluationResult> result, String error)
	{
	}

	private record Row(String kind, double images, double accuracy, double low,
			double high, int trainings)
	{
	}

	private static final String TABLE = "learning_curve.csv";
	private static final String FORECAST = "forecast.csv";
	private static final String CHART = "learning_curve.png";
	private static final String VERDICT = "verdict.txt";

	private LearningCurveFiles() {}

	/**
	 * @param folder where the files are
	 * @return the table of all trainings
	 */
	public static Path table(final Path folder) {
		return folder.resolve(TABLE);
	}

	/**
	 * @param folder where the files are
	 * @return the drawn curve
	 */
	public static Path chart(final Path folder) {
		return folder.resolve(CHART);
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
		Outputs.requireWritableFiles(folder, List.of(TABLE, FORECAST, CHART,
			VERDICT), overwrite, inputs);
	}

	/**
	 * @param runs in order
	 * @return a row for each training, with its figures or the reason why it has
	 *         none
	 */
	public static Table runs(final List<Run> runs) {
		final Columns<Run> columns = new Columns<>();
		columns.add("step", Run::step);
		columns.add("repeat", Run::repeat);
		columns.add("images", Run::images);
		figure(columns, "accuracy", r -> r.figures().accuracy());
		figure(columns, "balanced_accuracy", r -> r.figures().balancedAccuracy());
		figure(columns, "macro_f1", r -> r.figures().macro().f1());
		columns.add("cross_entropy", run -> run.result().<Object> map(
			EvaluationResult::crossEntropy).orElse(""));
		columns.add("seed", Run::seed);
		columns.add("error", Run::error);
		return columns.table(runs);
	}

	private static void figure(final Columns<Run> columns, final String heading,
		final ToDoubleFunction<EvaluationResult> figure)
	{
		columns.add(heading, run -> run.result().<Object> map(
			result -> (float) figure.applyAsDouble(result)).orElse(""));
	}

	/**
	 * @param curve of the trainings
	 * @return a row for each number of images, measured ones first, then those
	 *         that are forecast, if that is possible
	 */
	public static Table curve(final LearningCurve curve) {
		final List<Row> rows = new ArrayList<>();
		curve.steps().forEach(step -> rows.add(new Row("measured", step.images(),
			step.accuracy(), step.interval().low(), step.interval().high(), step
				.repeats())));
		curve.forecasts().forEach(f -> rows.add(new Row("forecast", f.images(), f
			.accuracy(), f.interval().low(), f.interval().high(), 0)));
		final Columns<Row> columns = new Columns<>();
		columns.add("kind", Row::kind);
		columns.add("images", Row::images);
		columns.add("accuracy", row -> (float) row.accuracy());
		columns.add("low_95", row -> (float) row.low());
		columns.add("high_95", row -> (float) row.high());
		columns.add("trainings", Row::trainings);
		return columns.table(rows);
	}

	/**
	 * @param curve of the trainings
	 * @return a line for each number of images, such as
	 *         {@code measured images=420 accuracy=0.9301 low=0.9022 high=0.9514},
	 *         then {@code verdict=worthwhile}
	 */
	public static List<String> lines(final LearningCurve curve) {
		final List<String> lines = new ArrayList<>();
		for (final List<Object> row : curve(curve).rows())
			lines.add(row.get(0) + " images=" + Table.text(row.get(1)) +
				" accuracy=" + Table.text(row.get(2)) + " low=" + Table.text(row.get(
					3)) + " high=" + Table.text(row.get(4)));
		lines.add("verdict=" + curve.verdict().kind().label());
		return lines;
	}

	/**
	 * Writes {@code learning_curve.csv}, {@code forecast.csv},
	 * {@code learning_curve.png} and {@code verdict.txt}. All appear, or none;
	 * existing ones are replaced.
	 *
	 * @param folder where to write; made if missing
	 * @param curve of the trainings that went well
	 * @param runs all trainings
	 * @param leak why the figures are too good, whole sentences, which stand
	 *          below the verdict; empty if they are not
	 * @throws IOException if a file cannot be written
	 */
	public static void write(final Path folder, final LearningCurve curve,
		final List<Run> runs, final String leak) throws IOException
	{
		final byte[] chart = ImageNumberChart.png(curve, runs);
		try (WholeFiles files = new WholeFiles()) {
			runs(runs).writeCsv(files.open(table(folder)).out());
			curve(curve).writeCsv(files.open(folder.resolve(FORECAST)).out());
			files.open(chart(folder)).out().write(chart);
			files.open(folder.resolve(VERDICT)).out().write((curve.verdict().text() +
				"\n" + (leak.isEmpty() ? "" : "Warning: " + leak + "\n")).getBytes(
					StandardCharsets.UTF_8));
			files.commit();
		}
	}
}
