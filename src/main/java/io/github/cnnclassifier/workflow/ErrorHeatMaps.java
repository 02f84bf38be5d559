
package io.github.cnnclassifier.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.DrawnHeatMaps;
import io.github.cnnclassifier.report.EvaluationFiles;

/** What the network looked at in the errors that a report shows. */
public final class ErrorHeatMaps {

	private ErrorHeatMaps() {}

	/**
	 * @param result of an evaluation
	 * @param samples that were evaluated
	 * @param stacks the samples' stacks; of one that got one answer, its middle
	 *          plane is shown
	 * @param maps draws them, and is closed
	 * @param progress asked before each
	 * @return PNG by the name of the image: evidence for the class that was
	 *         predicted. Images that can no longer be read are left out
	 * @throws io.github.cnnclassifier.progress.CanceledException if the user
	 *           asked to stop
	 */
	public static Map<String, byte[]> of(final EvaluationResult result,
		final List<SurveyedSample> samples, final StackNames stacks,
		final DrawnHeatMaps maps, final Progress progress)
	{
		final Map<String, Integer> predicted = new HashMap<>();
		for (final LabeledPrediction p : result.predictions())
			predicted.put(p.name(), p.predicted());
		final Map<String, byte[]> pictures = new HashMap<>();
		try (maps) {
			ErrorThumbnails.middle(EvaluationFiles.pictured(result), samples.stream()
				.map(SurveyedSample::sample).toList(), stacks).forEach((name,
					sample) -> {
					progress.update(Double.NaN, "Looking at what the network looked at");
					progress.checkCanceled();
					final ItemOutcome<byte[]> picture = ItemOutcome.of(() -> maps.png(
						sample.source().read(), predicted.get(name)));
					if (!picture.isFailed()) pictures.put(name, picture.result());
				});
		}
		return pictures;
	}
}
