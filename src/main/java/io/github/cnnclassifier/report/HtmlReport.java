
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;

/**
 * {@code report.html}: the evaluation for people, one file that needs no other,
 * to read on a screen, to print and to attach.
 */
final class HtmlReport {

	private HtmlReport() {}

	/** @param thumbnails of errors, by the name of the image; may be empty */
	static String of(final Evaluation evaluation,
		final Map<String, ItemOutcome<SampleImage>> thumbnails,
		final ReportContext context) throws IOException
	{
		final EvaluationResult result = evaluation.result();
		final List<Section> sections = new ArrayList<>();
		sections.add(html -> ClassTable.write(html, result.figures()));
		sections.add(new MatrixSection(result));
		sections.add(html -> FigureTable.write(html, evaluation));
		sections.add(html -> ConfidenceSection.write(html, result.confidence()));
		context.parts().stream().sorted(Comparator.comparing(ReportPart::place))
			.map(PartSection::new).forEach(sections::add);
		sections.add(new ErrorSection(result, thumbnails, context.heatMaps()));
		sections.add(new ReasonsSection("Files that could not be read", context
			.failed().stream().map(file -> new LabelValue(file.name(), file.reason()))
			.toList(), "predictions.csv"));
		sections.add(new TrainingSection(context.history()));
		sections.add(new DataSection(context.summary()));
		sections.add(new MethodsSection(context.methods()));
		sections.add(new DetailsSection("Model and settings", context.details()));
		sections.add(Definitions::write);
		return Page.of(context.title(), List.of(context.data(), context.side()),
			List.of(html -> evaluation.alarm().ifPresent(text -> html.sentence(
				"p class=\"alarm\" role=\"alert\"", text)), new WarningsSection(
					warnings(result, context)), headline(result)), sections);
	}

	private static List<String> warnings(final EvaluationResult result,
		final ReportContext context)
	{
		final List<String> all = new ArrayList<>(context.warnings());
		all.addAll(ReportWarnings.of(result));
		final int failed = context.failed().size();
		if (failed > 0) all.add(failed == 1
			? "1 file could not be read and is not in the figures." : failed +
				" files could not be read and are not in the figures.");
		return all;
	}

	private static HeadlineSection headline(final EvaluationResult result) {
		final Figures figures = result.figures();
		return new HeadlineSection(List.of(new HeadlineSection.Figure("Accuracy",
			Decimals.four(figures.accuracy()), "95 % interval " + Decimals.four(
				figures.accuracyInterval().low()) + " to " + Decimals.four(figures
					.accuracyInterval().high())), new HeadlineSection.Figure(
						"Balanced accuracy", Decimals.four(figures.balancedAccuracy()),
						"mean recall"), new HeadlineSection.Figure("Macro F1", Decimals
							.four(figures.macro().f1()), "mean of classes"),
			new HeadlineSection.Figure("Images", Long.toString(figures.n()), result
				.matrix().correct() + " correct")), List.of(
					"Always answering the most frequent class would be right for " +
						Decimals.four(figures.guessing()) + " of the images.",
					"Matthews correlation coefficient " + Decimals.four(figures.mcc()) +
						", cross-entropy loss " + Decimals.four(result.crossEntropy()) +
						"."));
	}
}
