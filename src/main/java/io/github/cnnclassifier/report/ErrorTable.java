
package io.github.cnnclassifier.report;

import java.util.Comparator;
import java.util.List;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;

/**
 * The wrong answers that the classifier was surest of: often wrong labels or
 * images worth a look.
 */
final class ErrorTable {

	private static final int MOST_ROWS = 20;

	private ErrorTable() {}

	static void write(final Html html, final EvaluationResult result) {
		// The sort is stable: equally sure errors stay in the order of the images.
		final List<LabeledPrediction> errors = result.predictions().stream().filter(
			p -> !p.correct()).sorted(Comparator.comparingDouble(p -> -p.prediction()
				.confidence())).toList();
		if (errors.isEmpty()) {
			html.element("p", "None: every image was classified correctly.");
			return;
		}
		html.element("p class=\"note\"", (errors.size() > MOST_ROWS ? "The first " +
			MOST_ROWS + " of " + errors.size() + " errors" : errors.size() == 1
				? "The only error" : "All " + errors.size() + " errors") +
			", the surest first. Look at these images: some may" +
			" carry the wrong label. All predictions are in predictions.csv.");
		html.markup("<table class=\"text\">").headings("File", "Actual",
			"Predicted", "Confidence").markup("<tbody>");
		errors.stream().limit(MOST_ROWS).forEach(p -> html.row(p.name(), result
			.labels().name(p.actual()), result.labels().name(p.predicted()), Decimals
				.four(p.prediction().confidence())));
		html.markup("</tbody></table>");
	}
}
