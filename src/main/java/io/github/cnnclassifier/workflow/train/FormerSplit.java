
package io.github.cnnclassifier.workflow.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.StoredSplit;

/**
 * The sides that images had in an earlier run, for a new one to keep.
 *
 * @param split in which images can be recognized
 * @param isAsked whether the user named its model: then the run fails where it
 *          divides what belongs together; if not, it gives way there
 * @param model the file that it comes from, for messages
 */
public record FormerSplit(Split split, boolean isAsked, Path model) {

	/**
	 * A second run with the same seed goes on with the split of the model that it
	 * replaces, if the user names no other, and a test side is wanted.
	 *
	 * @param division what the user asks for
	 * @param model the file to be written, which may exist
	 * @param seed of the run
	 * @param progress told why the split of a replaced file is not kept
	 * @return the split to keep, if there is one
	 * @throws UserFailure if a model that the user names cannot be read, or has a
	 *           split in which no image can be recognized
	 */
	static Optional<FormerSplit> of(final SplitOptions division, final Path model,
		final long seed, final Progress progress)
	{
		if (division.splitFrom().isEmpty()) return division.fractions().test() == 0
			? Optional.empty() : replaced(model, seed, progress);
		final Path named = division.splitFrom().get();
		return Optional.of(new FormerSplit(StoredSplit.toKeep(OpenModel.describe(
			named)), true, named));
	}

	/**
	 * @param samples that are divided now
	 * @return what keeping it means for them, a sentence; empty if it is not
	 *         worth a word
	 */
	Optional<String> statement(final List<SurveyedSample> samples) {
		if (samples.stream().anyMatch(s -> split.sideOf(s.contentHash()) != null))
			return Optional.of(kept(split, samples));
		return isAsked ? Optional.of("Warning: the model of splitFrom, '" + model +
			"', knows none of these images, so all of them are divided anew. Check " +
			"whether it was trained on images of this data set.") : Optional.empty();
	}

	/**
	 * @param split that is kept
	 * @param samples that are divided now
	 * @return how many of them it knows, a sentence
	 */
	static String kept(final Split split, final List<SurveyedSample> samples) {
		final long known = samples.stream().filter(s -> split.sideOf(s
			.contentHash()) != null).count();
		return "Keeping a split: " + known + " images stay on their sides, " +
			(samples.size() - known) + " are new.";
	}

	private static Optional<FormerSplit> replaced(final Path model,
		final long seed, final Progress progress)
	{
		if (!Files.isRegularFile(model)) return Optional.empty();
		try {
			final ClassifierDescription description = OpenModel.describe(model);
			return description.training().seed() == seed ? Optional.of(
				new FormerSplit(StoredSplit.toKeep(description), false, model))
				: Optional.empty();
		}
		catch (final UserFailure e) {
			progress.message("The split of the file that is replaced is not kept: " +
				e.getMessage());
			return Optional.empty();
		}
	}
}
