
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.EpochFigures;

/**
 * {@code report.html}: the evaluation for people, one file that needs no other,
 * to read on a screen, to print and to attach.
 */
final class HtmlReport {

	/** Fewer images of a class say little about it. */
	static final int FEW_IMAGES = 10;

	private final Html html = new Html();
	private final EvaluationResult result;
	private final Map<String, ItemOutcome<SampleImage>> thumbnails;
	private final ReportContext context;

	private HtmlReport(final EvaluationResult result,
		final Map<String, ItemOutcome<SampleImage>> thumbnails,
		final ReportContext context)
	{
		this.thumbnails = thumbnails;
		this.result = result;
		this.context = context;
	}

	/** @param thumbnails of errors, by the name of the image; may be empty */
	static String of(final EvaluationResult result,
		final Map<String, ItemOutcome<SampleImage>> thumbnails,
		final ReportContext context) throws IOException
	{
		final HtmlReport report = new HtmlReport(result, thumbnails, context);
		PageHead.write(report.html, context.title());
		report.statement();
		report.warnings();
		report.headline();
		report.figures();
		report.curves();
		report.errors();
		ShortcutTable.write(report.html, context.shortcuts(), result);
		report.failedFiles();
		report.details();
		Definitions.write(report.html);
		report.html.markup("</body></html>");
		return report.html.toString();
	}

	private void statement() {
		html.element("h1", context.title());
		html.element("p class=\"lead\"", context.data());
		html.element("p class=\"lead\"", context.side());
	}

	private void warnings() {
		final List<String> all = new ArrayList<>(context.warnings());
		final List<String> small = result.figures().classes().stream().filter(c -> c
			.support() < FEW_IMAGES).map(c -> "\u201c" + c.label() + "\u201d (" + c
				.support() + ")").toList();
		if (!small.isEmpty()) all.add("Fewer than " + FEW_IMAGES +
			" images here, so that the figures of the class say little: " + String
				.join(", ", small) + ".");
		if (!context.failed().isEmpty()) all.add(context.failed().size() == 1
			? "1 file could not be read and is not in the figures." : context.failed()
				.size() + " files could not be read and are not in the figures.");
		if (all.isEmpty()) return;
		html.markup("<div class=\"warnings\" role=\"note\"><ul>");
		all.forEach(text -> html.element("li", text));
		html.markup("</ul></div>");
	}

	private void headline() {
		final Figures figures = result.figures();
		html.markup("<div class=\"headline\">");
		figure("Accuracy", Decimals.four(figures.accuracy()), "95 % interval " +
			Decimals.four(figures.accuracyInterval().low()) + " to " + Decimals.four(
				figures.accuracyInterval().high()));
		figure("Balanced accuracy", Decimals.four(figures.balancedAccuracy()),
			"mean recall");
		figure("Macro F1", Decimals.four(figures.macro().f1()), "mean of classes");
		figure("Images", Long.toString(figures.n()), result.matrix().correct() +
			" correct");
		html.markup("</div>");
		html.element("p class=\"note\"",
			"Always answering the most frequent class " + "would be right for " +
				Decimals.four(figures.guessing()) + " of the images.");
		html.element("p class=\"note\"", "Matthews correlation coefficient " +
			Decimals.four(figures.mcc()) + ", cross-entropy loss " + Decimals.four(
				result.crossEntropy()) + ".");
	}

	private void figure(final String name, final String value,
		final String note)
	{
		html.markup("<div class=\"figure\">").element("span", name).element("b",
			value).element("span", note).markup("</div>");
	}

	private void figures() {
		html.element("h2", "Classes");
		ClassTable.write(html, result.figures());
		html.element("h2", "Confusion matrix");
		MatrixTable.write(html, result);
	}

	private void errors() {
		html.element("h2", "Most confident errors");
		new ErrorTable(result, thumbnails).write(html);
	}

	private void curves() throws IOException {
		if (context.history().isEmpty()) return;
		html.element("h2", "Training");
		html.png("width=\"" + ChartStyle.WIDTH + "\" height=\"" +
			ChartStyle.HEIGHT + "\"",
			"Learning curves: loss and accuracy over the epochs", LearningCurveChart
				.png(context.history()));
		final List<EpochFigures> history = context.history();
		html.element("p class=\"note\"",
			"Training and validation side only. Epochs: " + history.size() +
				". Learning rate " + Decimals.threeDigits(history.get(0)
					.learningRate()) + " in the first epoch, " + Decimals.threeDigits(
						history.get(history.size() - 1).learningRate()) + " in the last.");
	}

	private void failedFiles() {
		if (context.failed().isEmpty()) return;
		html.element("h2", "Files that could not be read");
		html.markup("<table class=\"text\">").headings("File", "Reason").markup(
			"<tbody>");
		for (final FailedSample file : context.failed()) {
			html.row(file.name(), file.reason());
		}
		html.markup("</tbody></table>");
	}

	private void details() {
		if (context.details().isEmpty()) return;
		html.element("h2", "Model and settings");
		html.markup("<table class=\"text details\"><tbody>");
		for (final LabelValue line : context.details()) {
			html.row(line.label(), line.value());
		}
		html.markup("</tbody></table>");
	}
}
