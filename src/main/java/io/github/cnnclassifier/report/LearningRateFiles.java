
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.storage.WholeFiles;
import io.github.cnnclassifier.training.LearningRateCurve;

/** The files of a search for a learning rate. */
public final class LearningRateFiles {

	/** The column of the rates. */
	public static final String RATE = "learning_rate";

	private static final String TABLE = "learning_rates.csv";
	private static final String CHART = "learning_rates.png";

	private LearningRateFiles() {}

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
		Outputs.requireWritableFiles(folder, List.of(TABLE, CHART), overwrite,
			inputs);
	}

	/**
	 * @param curve of a search
	 * @return a row for each step: its number from 1, the rate that was applied,
	 *         the loss, and the mean loss of its neighborhood
	 */
	public static Table table(final LearningRateCurve curve) {
		final double[] smoothed = curve.smoothed();
		final List<List<Object>> rows = new ArrayList<>();
		for (int i = 0; i < smoothed.length; i++)
			rows.add(List.of(i + 1, curve.points().get(i).rate(), curve.points().get(
				i).loss(), smoothed[i]));
		return new Table(List.of("step", RATE, "loss", "mean_loss"), rows);
	}

	/**
	 * Writes {@code learning_rates.csv} and {@code learning_rates.png}. Both
	 * appear, or none; existing ones are replaced.
	 *
	 * @param folder where to write; made if missing
	 * @param curve with at least one point
	 * @throws IOException if a file cannot be written
	 */
	public static void write(final Path folder, final LearningRateCurve curve)
		throws IOException
	{
		final byte[] chart = LearningRateChart.png(curve);
		try (WholeFiles files = new WholeFiles()) {
			table(curve).writeCsv(files.open(folder.resolve(TABLE)).out());
			files.open(chart(folder)).out().write(chart);
			files.commit();
		}
	}
}
