
package io.github.cnnclassifier.report;

import java.util.List;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.training.EpochRecord;

/**
 * What a reader must know beside the figures. All text is plain; the report
 * escapes it. Nothing may be null; lists may be empty and are copied.
 *
 * @param title heading of the report
 * @param data which images were evaluated, in a sentence
 * @param side which part of them and how it was chosen, for instance "the test
 *          side, never seen in training"
 * @param details model, preprocessing, settings, versions, seed and command, in
 *          the order to show
 * @param history of the training; empty: no learning curves
 * @param failed files that could not be evaluated, in a stable order
 * @param warnings what makes the figures doubtful; the report adds its own
 *          about small classes
 */
public record ReportContext(String title, String data, String side,
		List<LabelValue> details, List<EpochRecord> history,
		List<FailedSample> failed, List<String> warnings)
{

	/** Copies the lists. */
	public ReportContext {
		details = List.copyOf(details);
		history = List.copyOf(history);
		failed = List.copyOf(failed);
		warnings = List.copyOf(warnings);
	}
}
