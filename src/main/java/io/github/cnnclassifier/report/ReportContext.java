
package io.github.cnnclassifier.report;

import java.util.List;

import io.github.cnnclassifier.dataset.inspect.ShortcutCheck;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.model.EpochFigures;

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
 * @param shortcuts how far other things than the object tell the class;
 *          {@link ShortcutCheck#NONE}: not shown
 */
public record ReportContext(String title, String data, String side,
		List<LabelValue> details, List<EpochFigures> history,
		List<FailedSample> failed, List<String> warnings, ShortcutCheck shortcuts)
{

	/** Copies the lists. */
	public ReportContext {
		details = List.copyOf(details);
		history = List.copyOf(history);
		failed = List.copyOf(failed);
		warnings = List.copyOf(warnings);
	}

	/**
	 * Without a check for shortcuts.
	 *
	 * @param title as above
	 * @param data as above
	 * @param side as above
	 * @param details as above
	 * @param history as above
	 * @param failed as above
	 * @param warnings as above
	 */
	public ReportContext(final String title, final String data, final String side,
		final List<LabelValue> details, final List<EpochFigures> history,
		final List<FailedSample> failed, final List<String> warnings)
	{
		this(title, data, side, details, history, failed, warnings,
			ShortcutCheck.NONE);
	}
}
