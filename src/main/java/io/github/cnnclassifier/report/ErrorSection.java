
package io.github.cnnclassifier.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;

/**
 * The wrong answers that the classifier was surest of: often wrong labels or
 * images worth a look.
 */
final class ErrorSection implements Section {

	/** Longest side of a picture in pixels. */
	static final int SIDE = PictureSheet.SIDE;

	private static final int MOST_ROWS = 20;

	private final EvaluationResult result;
	private final Map<String, ItemOutcome<SampleImage>> thumbnails;
	private final Map<String, byte[]> heatMaps;
	private final DisplayRanges ranges;
	private final List<LabeledPrediction> errors;

	/**
	 * @param thumbnails by the name of an image; for some or none of them
	 * @param heatMaps PNG by the name of an image; for some or none of them
	 */
	ErrorSection(final EvaluationResult result,
		final Map<String, ItemOutcome<SampleImage>> thumbnails,
		final Map<String, byte[]> heatMaps)
	{
		this.result = result;
		this.thumbnails = thumbnails;
		this.heatMaps = heatMaps;
		ranges = new DisplayRanges(thumbnails.values().stream().map(
			ItemOutcome::result).filter(Objects::nonNull).toList());
		errors = errors(result);
	}

	/** @return the errors of the section, the surest first */
	static List<LabeledPrediction> surest(final EvaluationResult result) {
		return errors(result).stream().limit(MOST_ROWS).toList();
	}

	private static List<LabeledPrediction> errors(final EvaluationResult result) {
		// The sort is stable: equally sure errors stay in the order of the images.
		return result.predictions().stream().filter(p -> !p.correct()).sorted(
			Comparator.comparingDouble(p -> -p.prediction().confidence())).toList();
	}

	/** @return all errors, the surest first */
	Table table() {
		final Columns<LabeledPrediction> columns = new Columns<>();
		columns.add("file", LabeledPrediction::name);
		columns.add("actual", p -> result.labels().name(p.actual()));
		columns.add("predicted", p -> result.labels().name(p.predicted()));
		columns.add("confidence", p -> p.prediction().confidence());
		columns.add("probability_of_actual", p -> p.prediction().probabilities()[p
			.actual()]);
		return columns.table(errors);
	}

	/** @return whether there is anything for {@link #sheet} */
	boolean hasPictures() {
		return thumbnails.values().stream().anyMatch(thumbnail -> !thumbnail
			.isFailed());
	}

	/** @return PNG of the pictures, the surest error first */
	byte[] sheet() {
		final List<LabeledPrediction> shown = errors.stream().filter(
			error -> thumbnails.containsKey(error.name()) && !thumbnails.get(error
				.name()).isFailed()).limit(MOST_ROWS).toList();
		return new PictureSheet(ranges, 2).png("Most confident errors",
			"predicted, with its confidence, instead of the actual class", shown
				.stream().map(error -> new PictureSheet.Entry(thumbnails.get(error
					.name()).result(), error.name(), List.of(Decimals.four(error
						.prediction().confidence()).substring(0, 4) + " " + result.labels()
							.name(error.predicted()), "not " + result.labels().name(error
								.actual())))).toList());
	}

	@Override
	public void write(final Html html) {
		html.heading("Most confident errors");
		if (errors.isEmpty()) {
			html.element("p", "None: every image was classified correctly.");
			return;
		}
		html.note((errors.size() > MOST_ROWS ? "The first " + MOST_ROWS + " of " +
			errors.size() + " errors" : errors.size() == 1 ? "The only error"
				: "All " + errors.size() + " errors") +
			", the surest first. Look at these images: some may" +
			" carry the wrong label. All errors are in " + ReportFiles.ERRORS +
			", all predictions in predictions.csv." + (thumbnails.isEmpty() ? ""
				: " Black and white are the same for all pictures of a kind."));
		final boolean hasMaps = errors.stream().limit(MOST_ROWS).anyMatch(
			error -> heatMaps.containsKey(error.name()));
		if (hasMaps) html.table("text errors").headings("Image", "Looked at",
			"File", "Actual", "Predicted", "Confidence");
		else html.table("text errors").headings("Image", "File", "Actual",
			"Predicted", "Confidence");
		final ThumbnailCell cells = new ThumbnailCell(thumbnails, ranges);
		errors.stream().limit(MOST_ROWS).forEach(error -> row(html, cells, error,
			hasMaps));
		html.endTable();
	}

	private void row(final Html html, final ThumbnailCell cells,
		final LabeledPrediction error, final boolean hasMaps)
	{
		html.markup("<tr><td class=\"picture\">");
		cells.writeInside(html, error.name());
		html.markup("</td>");
		if (hasMaps) {
			html.markup("<td class=\"picture\">");
			final byte[] map = heatMaps.get(error.name());
			if (map != null) html.png("class=\"thumbnail\" style=\"width:" + SIDE +
				"px\"", "What the network looked at in " + error.name(), map);
			html.markup("</td>");
		}
		html.element("th scope=\"row\"", error.name()).element("td", result.labels()
			.name(error.actual())).element("td", result.labels().name(error
				.predicted())).element("td class=\"number\"", Decimals.four(error
					.prediction().confidence())).markup("</tr>");
	}
}
