
package io.github.cnnclassifier.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.cnnclassifier.dataset.survey.FailedSample;

/**
 * What a reader of a comparison must know beside the figures. All text is
 * plain; the page escapes it. Nothing may be null; lists are copied.
 *
 * @param model name of the one
 * @param other name of the one that it is compared with
 * @param data which images were compared, in a sentence
 * @param part which part of them and why
 * @param warnings what makes the figures doubtful, or was left out
 * @param failed images that could not be compared, in a stable order
 * @param corrections of people that the true classes follow; empty if there are
 *          none
 */
public record ComparisonContext(String model, String other, String data,
		String part, List<String> warnings, List<FailedSample> failed,
		Optional<ReportPart> corrections)
{

	/** Copies the lists. */
	public ComparisonContext {
		warnings = List.copyOf(warnings);
		failed = List.copyOf(failed);
		Objects.requireNonNull(corrections, "corrections");
	}
}
