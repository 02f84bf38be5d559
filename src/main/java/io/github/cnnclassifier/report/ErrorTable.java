
package io.github.cnnclassifier.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;

/**
 * The wrong answers that the classifier was surest of: often wrong labels or
 * images worth a look.
 */
final class ErrorTable {

	/** Longest side of a picture in pixels. */
	static final int SIDE = ThumbnailCell.SIDE;

	private static final int MOST_ROWS = 20;

	private final EvaluationResult result;
	private final ThumbnailCell thumbnails;

	/** @param thumbnails by the name of an image; for some or none of them */
	ErrorTable(final EvaluationResult result,
		final Map<String, ItemOutcome<SampleImage>> thumbnails)
	{
		this.result = result;
		this.thumbnails = new ThumbnailCell(thumbnails);
	}

	/** @return the errors of the table, the surest first */
	static List<LabeledPrediction> surest(final EvaluationResult result) {
		return errors(result).stream().limit(MOST_ROWS).toList();
	}

	private static List<LabeledPrediction> errors(final EvaluationResult result) {
		// The sort is stable: equally sure errors stay in the order of the images.
		return result.predictions().stream().filter(p -> !p.correct()).sorted(
			Comparator.comparingDouble(p -> -p.prediction().confidence())).toList();
	}

	void write(final Html html) {
		final int errors = errors(result).size();
		if (errors == 0) {
			html.element("p", "None: every image was classified correctly.");
			return;
		}
		html.element("p class=\"note\"", (errors > MOST_ROWS ? "The first " +
			MOST_ROWS + " of " + errors + " errors" : errors == 1 ? "The only error"
				: "All " + errors + " errors") +
			", the surest first. Look at these images: some may" +
			" carry the wrong label. All predictions are in predictions.csv." +
			(thumbnails.isNone() ? ""
				: " Black and white are the same for all pictures of a kind."));
		html.markup("<table class=\"text\">").headings("Image", "File", "Actual",
			"Predicted", "Confidence").markup("<tbody>");
		surest(result).forEach(error -> row(html, error));
		html.markup("</tbody></table>");
	}

	private void row(final Html html, final LabeledPrediction error) {
		html.markup("<tr>");
		thumbnails.write(html, error.name());
		html.element("th scope=\"row\"", error.name()).element("td", result.labels()
			.name(error.actual())).element("td", result.labels().name(error
				.predicted())).element("td", Decimals.four(error.prediction()
					.confidence())).markup("</tr>");
	}
}
