
package io.github.cnnclassifier.workflow.train;

import java.util.List;

import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.NearDuplicates;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * Divides the images of a training run into sides and tells how. Where groups
 * were guessed, somebody may object.
 */
final class SplitDecision {

	/**
	 * What came of it.
	 *
	 * @param grouping the one that was used
	 * @param split keeps to it
	 */
	record Divided(Grouping grouping, Split split) {
	}

	private final PrepareTrainingData.DataRequest request;
	private final GroupQuestion question;
	private final Progress progress;

	SplitDecision(final PrepareTrainingData.DataRequest request,
		final GroupQuestion question, final Progress progress)
	{
		this.request = request;
		this.question = question;
		this.progress = progress;
	}

	/** @throws CanceledException if guessed groups were a reason to stop */
	Divided of(final Survey survey, final Grouping grouping) {
		final Split split = split(survey, grouping);
		if (grouping.guess().isEmpty()) return new Divided(grouping, split);
		final GuessedGroups guess = GuessedGroups.of(grouping, survey.images()
			.samples(), split.table(survey.images().labels(), survey.samples()));
		return switch (question.ask(guess)) {
			case USE -> new Divided(grouping, split);
			case SEPARATE -> separate(survey);
			case CANCEL -> throw new CanceledException();
		};
	}

	private Divided separate(final Survey survey) {
		final Grouping none = Grouping.none();
		progress.message(none.statement());
		return new Divided(none, split(survey, none));
	}

	private Split split(final Survey survey, final Grouping grouping) {
		final List<SurveyedSample> samples = survey.samples();
		progress.update(Double.NaN, "Looking for near duplicates");
		final NearDuplicates near = NearDuplicates.of(samples, progress);
		final Split split = SplitWish.of(request).split(samples, near, grouping,
			progress::message);
		split.warnings().forEach(progress::message);
		split.table(survey.images().labels(), samples).forEach(progress::message);
		if (!split.leak().isEmpty()) progress.message("Warning: " + split.leak());
		return split;
	}
}
