
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.ComparedPrediction;
import io.github.cnnclassifier.evaluation.PairedComparison;
import io.github.cnnclassifier.evaluation.PairedCounts;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;

/** {@code comparison.html}: two classifiers on the same images, for people. */
final class ComparisonHtml {

	/** More disagreements and groups are in the tables beside the page. */
	static final int MOST_ROWS = 100;

	private final Html html = new Html();
	private final PairedComparison comparison;
	private final ComparisonContext context;

	private ComparisonHtml(final PairedComparison comparison,
		final ComparisonContext context)
	{
		this.comparison = comparison;
		this.context = context;
	}

	/** @param thumbnails of disagreements, by the name of the image */
	static String of(final PairedComparison comparison,
		final Map<String, ItemOutcome<SampleImage>> thumbnails,
		final ComparisonContext context) throws IOException
	{
		final ComparisonHtml page = new ComparisonHtml(comparison, context);
		page.html.element("p", ComparisonTables.verdict(comparison, context.model(),
			context.other()));
		page.figures();
		page.paired();
		page.parts("Classes", "class", comparison.byClass());
		if (comparison.isGrouped()) page.parts("Groups", "group", comparison
			.byGroup());
		page.disagreements(new ThumbnailCell(thumbnails));
		context.corrections().ifPresent(part -> new PartSection(part).write(
			page.html));
		page.failed();
		return Page.of("Comparison of " + context.model() + " and " + context
			.other(), List.of(context.data(), context.part()), List.of(
				new WarningsSection(context.warnings())), List.of(html -> html.markup(
					page.html.toString())));
	}

	private void figures() {
		html.heading("Figures");
		html.table(ComparisonTables.figures(comparison), MOST_ROWS);
		html.element("p class=\"note\"", "model is " + context.model() +
			", other is " + context.other() +
			". The interval is that of the difference, other minus model: " +
			"whole groups, and images that stand alone, were drawn again and again, " +
			"with the answers of both (" + comparison.units() + " of them).");
	}

	private void paired() {
		final PairedCounts counts = comparison.counts();
		html.heading("Image by image");
		html.table("").headings("", "Other right", "Other wrong");
		html.row("Model right", Long.toString(counts.both()), Long.toString(counts
			.onlyFirst()));
		html.row("Model wrong", Long.toString(counts.onlySecond()), Long.toString(
			counts.neither()));
		html.endTable();
		html.element("p class=\"note\"", "McNemar's test, exact: p = " + Decimals
			.plain(counts.pValue()) + ". It takes images as independent of each " +
			"other." + (comparison.isGrouped()
				? " Here groups have several images each: trust the interval above."
				: ""));
	}

	private void parts(final String title, final String what,
		final Map<String, PairedCounts> parts)
	{
		html.heading(title);
		html.table(ComparisonTables.parts(what, parts), MOST_ROWS);
	}

	private void disagreements(final ThumbnailCell cells) {
		html.heading("Where they do not agree");
		final List<ComparedPrediction> all = ComparisonTables.surest(comparison);
		if (all.isEmpty()) {
			html.element("p", "Nowhere: both give each image the same class.");
			return;
		}
		html.element("p class=\"note\"", (all.size() > MOST_ROWS ? "The first " +
			MOST_ROWS + " of " + all.size() : all.size() == 1 ? "The only one"
				: "All " + all.size()) + ", the surest answers first. All are in " +
			"disagreements.csv.");
		html.table("text").headings("Image", "File", "Actual", context.model(),
			context.other(), "Right");
		all.stream().limit(MOST_ROWS).forEach(image -> row(image, cells));
		html.endTable();
	}

	private void row(final ComparedPrediction image, final ThumbnailCell cells) {
		html.markup("<tr>");
		cells.write(html, image.name());
		html.element("th scope=\"row\"", image.name()).element("td", image.actual())
			.element("td", told(image.first())).element("td", told(image.second()))
			.element("td", ComparisonTables.right(image)).markup("</tr>");
	}

	private static String told(final ComparedPrediction.Said said) {
		return said.label() + " (" + Decimals.four(said.confidence()) + ")";
	}

	private void failed() {
		if (context.failed().isEmpty()) return;
		html.heading("Images that could not be compared");
		html.table("text").headings("File", "Reason");
		for (final FailedSample file : context.failed())
			html.row(file.name(), file.reason());
		html.endTable();
	}
}
