
package io.github.cnnclassifier.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.report.LabelValue;
import io.github.cnnclassifier.report.MethodsText;
import io.github.cnnclassifier.report.ReportContext;
import io.github.cnnclassifier.report.ReportWarnings;

/**
 * What a report says of a model beside the figures.
 *
 * @param title of the report
 * @param images where the evaluated ones are
 * @param side which of them and why, such as "90 images: the test side"
 * @param warnings what makes the figures doubtful, the worst first
 * @param failed images that could not be evaluated
 */
public record ModelReport(String title, Path images, String side,
		List<String> warnings, List<FailedSample> failed)
{

	/**
	 * @param description of the model
	 * @param result of its evaluation
	 * @param engine the engine's description of itself
	 * @return all of it, without a summary of the images
	 */
	public ReportContext context(final ClassifierDescription description,
		final EvaluationResult result, final String engine)
	{
		final Map<String, String> versions = Versions.current(engine);
		final List<LabelValue> details = new ArrayList<>(ModelDetails.of(
			description));
		versions.forEach((name, value) -> details.add(new LabelValue(
			"evaluated with " + name, value)));
		final List<String> all = new ArrayList<>(warnings);
		all.addAll(ReportWarnings.ofTraining(description));
		return new ReportContext(title, "Labeled images in '" + images
			.toAbsolutePath().normalize().getFileName() + "'", side, details,
			description.training().history(), failed, all).withMethods(MethodsText.of(
				description, result, side, versions));
	}
}
