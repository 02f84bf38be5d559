
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVPrinter;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
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
		csv.printRecord(headings(labels));
		for (final LabeledPrediction p : result.predictions()) {
			csv.print(p.name());
			csv.print(labels.name(p.actual()));
			csv.print(labels.name(p.predicted()));
			for (final Float cell : ProbabilityColumns.cells(labels, p
				.prediction()))
			{
				csv.print(Table.text(cell));
			}
			csv.printRecord(p.correct(), "");
		}
		for (final FailedSample file : failed) {
			csv.print(file.name());
			csv.print("");
			csv.print("");
			for (final String cell : ProbabilityColumns.empty(labels)) {
				csv.print(cell);
			}
			csv.printRecord("", file.reason());
		}
		csv.flush();
	}

	private static List<String> headings(final ClassLabels labels) {
		final List<String> headings = new ArrayList<>(List.of("file", "actual",
			"predicted"));
		headings.addAll(ProbabilityColumns.headings(labels));
		headings.addAll(List.of("correct", "error"));
		return headings;
	}
}
