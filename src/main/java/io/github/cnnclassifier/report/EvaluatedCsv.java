
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.EvaluatedImage;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.evaluation.UnlabeledPrediction;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/**
 * {@code predictions.csv}: a row per evaluated image in the order of the
 * result, then one per image without a class, then one per failed file with
 * nothing but its name and the reason. The last columns say which side it is
 * of, what the image depends on, and whether the model has learned from it.
 */
final class EvaluatedCsv {

	static final String GROUP = "group";
	static final String SIDE = "side";
	static final String TRAINED = "trained";

	/** An image with its prediction, or with the reason why there is none. */
	private record Row(String name, Optional<Prediction> prediction,
			Optional<EvaluatedImage> evaluated, String error)
	{

		Object cell(final Function<LabeledPrediction, Object> cell) {
			return evaluated.map(EvaluatedImage::labeled).map(cell).orElse("");
		}
	}

	private EvaluatedCsv() {}

	static void write(final OutputStream out, final Evaluation evaluation,
		final List<UnlabeledPrediction> unlabeled, final List<FailedSample> failed)
		throws IOException
	{
		final List<Row> rows = new ArrayList<>();
		evaluation.images().forEach(image -> rows.add(new Row(image.labeled()
			.name(), Optional.of(image.labeled().prediction()), Optional.of(image),
			"")));
		addOthers(rows, unlabeled, failed);
		TableCsv.write(out, columns(evaluation.result().labels(), evaluation.side()
			.name()).table(rows));
	}

	static void write(final OutputStream out, final ClassLabels labels,
		final List<UnlabeledPrediction> unlabeled, final List<FailedSample> failed)
		throws IOException
	{
		final List<Row> rows = new ArrayList<>();
		addOthers(rows, unlabeled, failed);
		TableCsv.write(out, columns(labels, "").table(rows));
	}

	private static void addOthers(final List<Row> rows,
		final List<UnlabeledPrediction> unlabeled, final List<FailedSample> failed)
	{
		unlabeled.forEach(u -> rows.add(new Row(u.name(), Optional.of(u
			.prediction()), Optional.empty(), "")));
		failed.forEach(file -> rows.add(new Row(file.name(), Optional.empty(),
			Optional.empty(), file.reason())));
	}

	private static Columns<Row> columns(final ClassLabels labels,
		final String side)
	{
		final Columns<Row> columns = new Columns<>();
		columns.add("file", Row::name);
		columns.add("actual", row -> row.cell(p -> labels.name(p.actual())));
		columns.add("predicted", row -> row.prediction().<Object> map(p -> labels
			.name(p.labelIndex())).orElse(""));
		ProbabilityColumns.add(columns, labels, Row::prediction);
		columns.add("correct", row -> row.cell(p -> String.valueOf(p.correct())));
		columns.add("error", Row::error);
		columns.add(GROUP, row -> row.evaluated().<Object> map(
			EvaluatedImage::group).orElse(""));
		columns.add(SIDE, row -> row.evaluated().isPresent() ? side : "");
		columns.add(TRAINED, row -> row.evaluated().<Object> map(e -> String
			.valueOf(e.trained())).orElse(""));
		return columns;
	}
}
