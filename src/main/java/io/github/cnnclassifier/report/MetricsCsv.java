
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.apache.commons.csv.CSVPrinter;

import io.github.cnnclassifier.evaluation.Averages;
import io.github.cnnclassifier.evaluation.CalibrationError;
import io.github.cnnclassifier.evaluation.ClassFigures;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.Figure;
import io.github.cnnclassifier.evaluation.Figures;

/**
 * {@code metrics.csv}: a row per class, per average and per overall figure. The
 * column {@code kind} tells them apart, as a class may be called "macro".
 */
final class MetricsCsv {

	private final CSVPrinter csv;
	private final long n;

	private MetricsCsv(final CSVPrinter csv, final long n) {
		this.csv = csv;
		this.n = n;
	}

	static void write(final OutputStream out, final Evaluation evaluation)
		throws IOException
	{
		final CSVPrinter csv = CsvFormat.printer(out);
		final MetricsCsv metrics = new MetricsCsv(csv, evaluation.result().figures()
			.n());
		metrics.rows(evaluation.result());
		metrics.more(evaluation);
		csv.flush();
	}

	/** Intervals of all are in figures.csv. */
	private void more(final Evaluation evaluation) throws IOException {
		overall(Figure.KAPPA.key(), Decimals.four(evaluation.result().figures()
			.kappa()));
		for (final Figure figure : List.of(Figure.TOP_2_ACCURACY,
			Figure.TOP_3_ACCURACY, Figure.TOP_5_ACCURACY, Figure.MACRO_ROC_AUC,
			Figure.MACRO_AVERAGE_PRECISION))
			if (evaluation.value(figure).isPresent()) overall(figure.key(), Decimals
				.four(evaluation.value(figure).getAsDouble()));
		overall("undefined_figures", evaluation.undefined());
		overall("trained_on", evaluation.trained());
		overall("side", evaluation.side().name());
	}

	private void rows(final EvaluationResult result) throws IOException {
		csv.printRecord("class", "support", "predicted", "precision", "recall",
			"f1", "value", "kind");
		final Figures figures = result.figures();
		for (final ClassFigures c : figures.classes()) {
			csv.printRecord(c.label(), c.support(), c.predicted(), Decimals.four(c
				.precision()), Decimals.four(c.recall()), Decimals.four(c.f1()), "",
				"class");
		}
		average("macro", figures.macro());
		average("micro", figures.micro());
		average("weighted", figures.weighted());
		overall("accuracy", Decimals.four(figures.accuracy()));
		overall("accuracy_95_low", Decimals.four(figures.accuracyInterval().low()));
		overall("accuracy_95_high", Decimals.four(figures.accuracyInterval()
			.high()));
		overall("balanced_accuracy", Decimals.four(figures.balancedAccuracy()));
		overall("mcc", Decimals.four(figures.mcc()));
		overall("cross_entropy", Decimals.four(result.crossEntropy()));
		overall("undefined_precision", figures.undefinedPrecision());
		overall("undefined_recall", figures.undefinedRecall());
		calibration(result.confidence().error());
	}

	private void calibration(final CalibrationError error) throws IOException {
		overall("calibration_error", Decimals.four(error.value()));
		overall("calibration_error_95_low", Decimals.four(error.interval().low()));
		overall("calibration_error_95_high", Decimals.four(error.interval()
			.high()));
		overall("calibration_error_by_chance", Decimals.four(error.byChance()));
	}

	private void average(final String name, final Averages averages)
		throws IOException
	{
		csv.printRecord(name, n, n, Decimals.four(averages.precision()), Decimals
			.four(averages.recall()), Decimals.four(averages.f1()), "", "average");
	}

	private void overall(final String name, final Object value)
		throws IOException
	{
		csv.printRecord(name, n, n, "", "", "", value, "overall");
	}
}
