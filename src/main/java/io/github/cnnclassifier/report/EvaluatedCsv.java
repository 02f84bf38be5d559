
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.model.ClassLabels;

/**
 * {@code predictions.csv}: a row per evaluated image in the order of the
 * result, then one per failed file with nothing but its name and the reason.
 */
final class EvaluatedCsv {

	/** An image with its prediction, or with the reason why there is none. */
	private record Row(String name, Optional<LabeledPrediction> evaluated,
			String error)
	{

		Object cell(final Function<LabeledPrediction, Object> cell) {
			return evaluated.map(cell).orElse("");
		}
	}

	private EvaluatedCsv() {}

	static void write(final OutputStream out, final EvaluationResult result,
		final List<FailedSample> failed) throws IOException
	{
		final List<Row> rows = new ArrayList<>();
		result.predictions().forEach(p -> rows.add(new Row(p.name(), Optional.of(p),
			"")));
		failed.forEach(file -> rows.add(new Row(file.name(), Optional.empty(), file
			.reason())));
		TableCsv.write(out, columns(result.labels()).table(rows));
	}

	private static Columns<Row> columns(final ClassLabels labels) {
		final Columns<Row> columns = new Columns<>();
		columns.add("file", Row::name);
		columns.add("actual", row -> row.cell(p -> labels.name(p.actual())));
		columns.add("predicted", row -> row.cell(p -> labels.name(p.predicted())));
		ProbabilityColumns.add(columns, labels, row -> row.evaluated().map(
			LabeledPrediction::prediction));
		columns.add("correct", row -> row.cell(p -> String.valueOf(p.correct())));
		columns.add("error", Row::error);
		return columns;
	}
}
