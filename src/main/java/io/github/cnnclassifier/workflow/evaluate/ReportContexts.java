
package io.github.cnnclassifier.workflow.evaluate;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.dataset.inspect.ShortcutCheck;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.TrainingRecord;
import io.github.cnnclassifier.report.LabelValue;
import io.github.cnnclassifier.report.ReportContext;
import io.github.cnnclassifier.workflow.ModelDetails;
import io.github.cnnclassifier.workflow.Versions;

/** Gathers what a report says beside the figures. */
final class ReportContexts {

	private ReportContexts() {}

	static ReportContext of(final EvaluateClassifier.Request request,
		final ClassifierDescription description,
		final PartSelection.Selected selected, final List<FailedSample> failed,
		final ShortcutCheck shortcuts, final List<String> warnings,
		final String engine)
	{
		final List<LabelValue> details = new ArrayList<>(ModelDetails.of(
			description));
		Versions.current(engine).forEach((name, value) -> details.add(
			new LabelValue("evaluated with " + name, value)));
		final TrainingRecord training = description.training();
		return new ReportContext("Evaluation of " + description.name(),
			"Labeled images in '" + request.images().toAbsolutePath().normalize()
				.getFileName() + "'", selected.description(), details, training
					.history(), failed, warnings, shortcuts);
	}
}
