
package io.github.cnnclassifier.workflow.crossvalidate;

import java.util.List;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.split.FoldRule;
import io.github.cnnclassifier.dataset.split.Folds;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.NearDuplicates;
import io.github.cnnclassifier.dataset.split.SplitFractions;
import io.github.cnnclassifier.dataset.split.SplitRules;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.workflow.FoundImages;
import io.github.cnnclassifier.workflow.StackNames;
import io.github.cnnclassifier.workflow.train.GroupQuestion;
import io.github.cnnclassifier.workflow.train.GuessedGroups;
import io.github.cnnclassifier.workflow.train.ParentImages;

/**
 * Labeled images, read once and divided into folds.
 *
 * @param survey those that are divided
 * @param failed those that could not be read
 * @param stacks those that get one answer
 * @param grouping which belong together
 * @param folds where each is held out
 */
record DividedImages(Survey survey, List<FailedSample> failed,
		StackNames stacks, Grouping grouping, Folds folds)
{

	/**
	 * @param request what is asked for
	 * @param reader opens image files
	 * @param question asked once, and only if groups were guessed
	 * @param progress shows and cancels
	 * @throws CanceledException if the user stopped, or did not want guessed
	 *           groups
	 */
	static DividedImages of(final CrossValidate.Request request,
		final ImageReader reader, final GroupQuestion question,
		final Progress progress)
	{
		final LabeledImages found = LabeledImages.open(request.images(), reader,
			request.exclude(), request.planes(), request.corrections());
		FoundImages.tell(found, progress);
		final LabeledImages images = found.withoutSides();
		final int kept = found.samples().size() - images.samples().size();
		if (kept > 0) progress.message(kept +
			" images that the data set declares " +
			"for the test are left out: they stay unseen, for the evaluation of a " +
			"final model.");
		final Grouping wished = request.groups().apply(images);
		progress.message((wished.isDoubtful() ? "Warning: " : "") + wished
			.statement());
		final Survey all = Survey.of(images, progress);
		final StackNames stacks = StackNames.of(request.planes(), images.samples());
		final Survey survey = all.among(stacks.whole(all.samples(), all.failed()));
		final String leak = leakOfStart(request, survey.samples(), progress);
		progress.update(Double.NaN, "Looking for near duplicates");
		final NearDuplicates near = NearDuplicates.of(survey.samples(), progress);
		final Division division = new Division(request, survey.samples(), near,
			leak);
		final Folds folds = division.by(wished);
		if (wished.guess().isEmpty()) return told(new DividedImages(survey, all
			.failed(), stacks, wished, folds), progress);
		return switch (question.ask(GuessedGroups.of(wished, images.samples(), folds
			.table(images.labels(), survey.samples())))) {
			case USE -> told(new DividedImages(survey, all.failed(), stacks, wished,
				folds), progress);
			case SEPARATE -> told(new DividedImages(survey, all.failed(), stacks,
				Grouping.none(), division.by(Grouping.none())), progress);
			case CANCEL -> throw new CanceledException();
		};
	}

	/** Who is held out must be new to what the trainings start from. */
	private static String leakOfStart(final CrossValidate.Request request,
		final List<SurveyedSample> samples, final Progress progress)
	{
		return ParentImages.of(request.recipe().start()).map(parent -> parent
			.leakOf(samples, "as each is held out once", request.allowLeak(), request
				.folds().leavesGroupsOut() ? "" : "With allowLeak=true they are held " +
					"out nevertheless; the figures are then too good, and the report " +
					"says so.", progress::message)).orElse("");
	}

	private static DividedImages told(final DividedImages divided,
		final Progress progress)
	{
		divided.folds.messages().forEach(progress::message);
		divided.folds.table(divided.survey.images().labels(), divided.survey
			.samples()).forEach(progress::message);
		if (!divided.folds.leak().isEmpty()) progress.message("Warning: " +
			divided.folds.leak());
		return divided;
	}

	private record Division(CrossValidate.Request request,
			List<SurveyedSample> samples, NearDuplicates near, String leak)
	{

		Folds by(final Grouping grouping) {
			final FoldRule rule = request.folds();
			return Folds.of(samples, near, rule, new SplitRules(grouping, request
				.allowLeak(), SplitFractions.WITHOUT_TEST, request
					.planes() == PlanePolicy.AVERAGE), new SeedTree(request.recipe()
						.training().seed())).leaking(leak);
		}
	}
}
