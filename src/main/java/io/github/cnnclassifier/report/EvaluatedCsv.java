
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
		TableCsv.write(out, Column.table(columns(result.labels()), rows));
	}

	private static List<Column<Row>> columns(final ClassLabels labels) {
		final List<Column<Row>> columns = new ArrayList<>(List.of(new Column<>(
			"file", Row::name), new Column<>("actual", row -> row.cell(p -> labels
				.name(p.actual()))), new Column<>("predicted", row -> row.cell(
					p -> labels.name(p.predicted())))));
		columns.addAll(ProbabilityColumns.of(labels, row -> row.evaluated().map(
			LabeledPrediction::prediction)));
		columns.add(new Column<>("correct", row -> row.cell(p -> String.valueOf(p
			.correct()))));
		columns.add(new Column<>("error", Row::error));
		return columns;
	}
}
