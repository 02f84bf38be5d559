
package io.github.cnnclassifier.workflow.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.report.ReportContext;
import io.github.cnnclassifier.report.ReportWarnings;
import io.github.cnnclassifier.workflow.ImagesSummary;
import io.github.cnnclassifier.workflow.ModelReport;

/** Gathers what a report says beside the figures. */
final class ReportContexts {

	private ReportContexts() {}

	static ReportContext of(final EvaluateClassifier.Request request,
		final ClassifierDescription description,
		final PartSelection.Selected selected, final EvaluationResult result,
		final List<FailedSample> failed, final List<String> warnings,
		final Optional<String> unlike, final Grouping grouping, final String engine)
	{
		final ImagesSummary images = new ImagesSummary(description.labels().names())
			.counted("learned_from", description.training().dataset()
				.trainingCounts()).read("evaluated", selected.samples(),
					grouping::groupOf).ofModel(description).fact(
						"groups of the evaluated images", grouping.statement());
		unlike.ifPresent(statement -> images.fact(
			"evaluated images unlike the training images", statement));
		final List<String> all = new ArrayList<>(warnings);
		final long groups = ImagesSummary.groups(selected.samples(),
			grouping::groupOf);
		if (groups > 0) all.addAll(ReportWarnings.ofGroups((int) groups,
			"evaluated images"));
		return new ModelReport("Evaluation of " + description.name(), request
			.images(), selected.description(), all, failed).context(description,
				result, engine).with(images.summary());
	}
}
