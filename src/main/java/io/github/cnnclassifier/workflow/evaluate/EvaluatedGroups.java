
package io.github.cnnclassifier.workflow.evaluate;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.GroupingRecord;
import io.github.cnnclassifier.progress.Progress;

/**
 * Which of the evaluated images depend on each other: told by the rule that the
 * model was trained with, else as a training would guess.
 */
final class EvaluatedGroups {

	private EvaluatedGroups() {}

	/**
	 * @param images that are evaluated, and others of the same data set
	 * @param trained how the training images were grouped
	 * @param progress is told what came of it
	 * @return groups for the intervals
	 */
	static Grouping of(final LabeledImages images, final GroupingRecord trained,
		final Progress progress)
	{
		return of(images, trained, "For the intervals", progress);
	}

	/**
	 * @param images that are looked at, and others of the same data set
	 * @param trained how the training images were grouped
	 * @param purpose of the groups, for the user
	 * @param progress is told what came of it
	 * @return groups of the images
	 */
	static Grouping of(final LabeledImages images, final GroupingRecord trained,
		final String purpose, final Progress progress)
	{
		final Grouping grouping = grouping(images, trained, progress);
		progress.message(purpose + ": " + grouping.statement());
		return grouping;
	}

	private static Grouping grouping(final LabeledImages images,
		final GroupingRecord trained, final Progress progress)
	{
		final GroupingRule guess = GroupingRule.parse(GroupingRule.AUTO);
		final boolean declared = images.samples().stream().anyMatch(s -> s
			.group() != null);
		final boolean none = trained.rule().equals(GroupingRule.NONE) && !trained
			.statement().equals(Grouping.none().statement());
		// what these images declare is better than any rule of others, and a model
		// without groups says nothing of these unless its user has said so
		if (declared || none) return guess.apply(images);
		try {
			return GroupingRule.parse(trained.rule()).apply(images);
		}
		catch (final UserFailure e) {
			progress.message(
				"The rule by which the images of the model were grouped " +
					"does not fit these: " + e.getMessage());
			return guess.apply(images);
		}
	}
}
