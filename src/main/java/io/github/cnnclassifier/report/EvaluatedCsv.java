
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.apache.commons.csv.CSVPrinter;

import io.github.cnnclassifier.dataset.FailedSample;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabelledPrediction;
import io.github.cnnclassifier.model.ClassLabels;

/**
 * {@code predictions.csv}: a row per evaluated image in the order of the
 * result, then one per failed file with nothing but its name and the reason.
 */
final class EvaluatedCsv {

	private EvaluatedCsv() {}

	static void write(final OutputStream out, final EvaluationResult result,
		final List<FailedSample> failed) throws IOException
	{
		final CSVPrinter csv = CsvFormat.printer(out);
		final ClassLabels labels = result.labels();
		header(csv, labels);
		for (final LabelledPrediction p : result.predictions()) {
			csv.print(p.name());
			csv.print(labels.name(p.actual()));
			csv.print(labels.name(p.predicted()));
			csv.print(Decimals.four(p.prediction().confidence()));
			for (final float probability : p.prediction().probabilities()) {
				csv.print(Decimals.four(probability));
			}
			csv.print(p.correct());
			csv.print("");
			csv.println();
		}
		for (final FailedSample file : failed) {
			csv.print(file.name());
			for (int i = 0; i < labels.size() + 4; i++) {
				csv.print("");
			}
			csv.print(file.reason());
			csv.println();
		}
		csv.flush();
	}

	private static void header(final CSVPrinter csv, final ClassLabels labels)
		throws IOException
	{
		csv.print("file");
		csv.print("actual");
		csv.print("predicted");
		csv.print("confidence");
		for (final String name : labels.names()) {
			csv.print("p_" + name);
		}
		csv.print("correct");
		csv.print("error");
		csv.println();
	}
}
