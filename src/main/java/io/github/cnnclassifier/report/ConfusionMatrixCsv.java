
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.OutputStream;

import org.apache.commons.csv.CSVPrinter;

import io.github.cnnclassifier.evaluation.ConfusionMatrix;
import io.github.cnnclassifier.evaluation.EvaluationResult;

/** {@code confusion_matrix.csv}: actual classes in rows, counts in cells. */
final class ConfusionMatrixCsv {

	private ConfusionMatrixCsv() {}

	static void write(final OutputStream out, final EvaluationResult result)
		throws IOException
	{
		final CSVPrinter csv = CsvFormat.printer(out);
		csv.print("actual\\predicted");
		for (final String name : result.labels().names()) {
			csv.print(name);
		}
		csv.println();
		final ConfusionMatrix matrix = result.matrix();
		for (int row = 0; row < matrix.classes(); row++) {
			csv.print(result.labels().name(row));
			for (int column = 0; column < matrix.classes(); column++) {
				csv.print(matrix.count(row, column));
			}
			csv.println();
		}
		csv.flush();
	}
}
