
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.file.Path;

import io.github.cnnclassifier.evaluation.EvaluationResult;

/** The files that an evaluation leaves in its output folder. */
public final class EvaluationFiles {

	private EvaluationFiles() {}

	/**
	 * Writes {@code metrics.csv}, {@code confusion_matrix.csv},
	 * {@code predictions.csv} and {@code report.html}. Each file appears whole or
	 * not at all, existing ones are replaced.
	 *
	 * @param folder where to write; made if missing
	 * @param result what to write
	 * @param context what the report says beside the figures
	 * @throws IOException if a file cannot be written
	 */
	public static void write(final Path folder, final EvaluationResult result,
		final ReportContext context) throws IOException
	{
		throw new UnsupportedOperationException();
	}
}
