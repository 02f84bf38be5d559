
package io.github.cnnclassifier.workflow.train;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.NearDuplicates;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.split.SplitRules;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.StoredSplit;

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

	private final TrainClassifier.Request request;
	private final GroupQuestion question;
	private final Progress progress;

	SplitDecision(final TrainClassifier.Request request,
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
		final SplitRules rules = new SplitRules(grouping, request.division()
			.allowLeak());
		final SeedTree seed = new SeedTree(request.training().seed());
		final Optional<Split> before = before(samples, near, rules);
		final Split split = before.isPresent() ? before.get().extended(samples,
			near, seed, rules) : Split.of(samples, near, seed, rules);
		split.warnings().forEach(progress::message);
		split.table(survey.images().labels(), samples).forEach(progress::message);
		if (!split.leak().isEmpty()) progress.message("Warning: " + split.leak());
		return split;
	}

	/** @return the split to keep, if there is one */
	private Optional<Split> before(final List<SurveyedSample> samples,
		final NearDuplicates near, final SplitRules rules)
	{
		final Optional<Split> asked = request.division().splitFrom().map(
			model -> StoredSplit.toKeep(OpenModel.describe(model)));
		final Optional<Split> before = asked.isPresent() ? asked : replaced()
			.filter(split -> !split.divides(samples, near, rules));
		before.ifPresent(split -> tell(split, samples));
		return before;
	}

	private void tell(final Split split, final List<SurveyedSample> samples) {
		final long known = samples.stream().filter(s -> split.sideOf(s
			.contentHash()) != null).count();
		if (known > 0) progress.message("Keeping a split: " + known +
			" images stay on their sides, " + (samples.size() - known) + " are new.");
		else request.division().splitFrom().ifPresent(model -> progress.message(
			"Warning: the model of splitFrom, '" + model +
				"', knows none of these images, so all of them are divided anew. " +
				"Check whether it was trained on images of this data set."));
	}

	/** A second run with the same seed goes on with the split of the first. */
	private Optional<Split> replaced() {
		if (!Files.isRegularFile(request.model())) return Optional.empty();
		try {
			final ClassifierDescription description = OpenModel.describe(request
				.model());
			return description.training().seed() == request.training().seed()
				? Optional.of(StoredSplit.toKeep(description)) : Optional.empty();
		}
		catch (final UserFailure e) {
			progress.message("The split of the file that is replaced is not kept: " +
				e.getMessage());
			return Optional.empty();
		}
	}
}
