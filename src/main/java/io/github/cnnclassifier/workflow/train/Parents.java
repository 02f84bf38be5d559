
package io.github.cnnclassifier.workflow.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;

/**
 * The models that trainings on the same sides start from.
 *
 * @param models whose images are known; copied
 * @param isShared whether every training starts from the only one there is, so
 *          that its sides can be taken over
 * @param isStarted whether the training goes on with sides that it has, which
 *          are no longer refused
 */
public record Parents(List<ParentImages> models, boolean isShared,
		boolean isStarted)
{

	/** Random weights, or the backbone that comes along. */
	static final Parents NONE = new Parents(List.of(), false, false);

	/** Copies the list. */
	public Parents {
		models = List.copyOf(models);
	}

	/**
	 * @param start of the training
	 * @return what it starts from
	 * @throws UserFailure if a model cannot be used
	 */
	static Parents of(final StartChoice start) {
		return of(List.of(start));
	}

	/**
	 * @param starts of several trainings, at least one
	 * @return what they start from
	 * @throws UserFailure if a model cannot be used
	 */
	static Parents of(final Collection<StartChoice> starts) {
		final List<StartChoice> choices = starts.stream().map(start -> start.with(
			Unfreeze.AUTO)).distinct().toList();
		final List<ParentImages> models = new ArrayList<>();
		choices.forEach(start -> ParentImages.of(start).ifPresent(models::add));
		return new Parents(models, choices.size() == 1 && models.size() == 1,
			false);
	}

	/** @return of a training that has its sides already */
	Parents started() {
		return new Parents(models, isShared, true);
	}

	/** @return the only one, if every training starts from it */
	Optional<ParentImages> shared() {
		return isShared ? Optional.of(models.get(0)) : Optional.empty();
	}

	void tellIfUnknown(final Consumer<String> told) {
		models.forEach(model -> model.tellIfUnknown(told));
	}

	/**
	 * @param split for a training
	 * @param samples that were divided
	 * @param mayLeak whether the user insists
	 * @param wayOut what to do instead, part of a sentence
	 * @return the split; it says so if one of the models has learned from images
	 *         that it holds out
	 * @throws UserFailure if that is so and the user does not insist
	 */
	Split checked(final Split split, final List<SurveyedSample> samples,
		final boolean mayLeak, final String wayOut)
	{
		Split checked = split;
		for (final ParentImages model : models) {
			final List<String> known = split.heldOutAlthough(model.learned());
			if (known.isEmpty()) continue;
			if (!mayLeak && !isStarted) throw new UserFailure(
				"Expected validation and test images that the model '" + model.model() +
					"', from which the training starts, has not learned from; it has " +
					"learned from " + known.size() + " of these, such as '" + name(known
						.get(0), samples) + "', or from images that belong to them. " +
					wayOut + ", or " + ParentImages.OTHER_START +
					". With allowLeak=true they stay where they are; the figures are " +
					"then too good, and the model says so.", List.of(
						ParentImages.INSIST));
			checked = checked.leaking("The model " + model.quoted() +
				", from which the training starts, has learned from " + known.size() +
				" of the images on the validation and the test side, or from images " +
				"that belong to them: the figures of this model are too good.");
		}
		return checked;
	}

	private static String name(final String hash,
		final List<SurveyedSample> samples)
	{
		return samples.stream().filter(s -> s.contentHash().equals(hash))
			.findFirst().map(s -> s.sample().name()).orElse(hash);
	}
}
