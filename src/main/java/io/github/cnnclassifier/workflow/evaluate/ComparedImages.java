
package io.github.cnnclassifier.workflow.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.dataset.survey.Wording;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.workflow.StoredSplit;

/**
 * Decides on which images two models are compared: the same for both, and none
 * that one of them has learned from, by content.
 */
final class ComparedImages {

	/**
	 * The images to compare on.
	 *
	 * @param samples at least one
	 * @param description which they are and why, in words
	 * @param warnings sentences for the user
	 */
	record Chosen(List<SurveyedSample> samples, String description,
			List<String> warnings)
	{
	}

	/** What a model knows of images. */
	private record Known(Split split, Set<String> learned) {

		static Known of(final ClassifierDescription model) {
			return new Known(StoredSplit.of(model), StoredSplit.learned(model));
		}

		Side side(final SurveyedSample sample) {
			return split.sideOf(sample.contentHash());
		}

		boolean hasLearned(final SurveyedSample sample) {
			return learned.contains(sample.contentHash());
		}

		boolean hasUsed(final SurveyedSample sample) {
			return hasLearned(sample) || side(sample) == Side.VALIDATION;
		}
	}

	private final EvaluatedPart part;
	private final List<Known> models;
	private final List<String> warnings = new ArrayList<>();

	private ComparedImages(final EvaluatedPart part,
		final ClassifierDescription first, final ClassifierDescription second)
	{
		this.part = part;
		models = List.of(Known.of(first), Known.of(second));
		Stream.of(first, second).filter(model -> !StoredSplit.of(model)
			.knowsContents()).forEach(model -> warnings.add("The model '" + model
				.name() + "' is of an earlier version, and it is no longer known " +
				"which images it was trained with: if some of these were among them, " +
				"its figures are too good."));
		Stream.of(first, second).filter(model -> StoredSplit.of(model)
			.knowsContents() && !StoredSplit.tellsAllLearned(model)).forEach(
				model -> warnings.add("It is not recorded which images the model had " +
					"learned from that '" + model.name() + "' started from: if some of " +
					"these were among them, its figures are too good."));
		Stream.of(first, second).filter(model -> model.training().dataset()
			.grouping().isLeaky()).forEach(model -> warnings.add("The sides of the " +
				"images of the model '" + model.name() + "' were not kept apart: its " +
				"figures are too good if some of these images belong to those it " +
				"learned from."));
	}

	/**
	 * @param part asked for, not the training side
	 * @param first a model
	 * @param second another one
	 * @return decides for these
	 * @throws WrongUsage if it is the training side
	 */
	static ComparedImages of(final EvaluatedPart part,
		final ClassifierDescription first, final ClassifierDescription second)
	{
		if (part == EvaluatedPart.TRAINING) throw new WrongUsage(
			"Expected split to be auto, all, validation or test, found 'training': " +
				"what a model has learned by heart tells nothing of how good it is.");
		return new ComparedImages(part, first, second);
	}

	/**
	 * @param images as they were found
	 * @return what is worth reading: the side that they declare themselves, or
	 *         all
	 */
	LabeledImages candidates(final LabeledImages images) {
		final List<Sample> declared = images.samples().stream().filter(
			sample -> sample.declaredSide() == wanted()).toList();
		return wanted() == null || declared.isEmpty() ? images : new LabeledImages(
			images.origin(), images.labels(), declared, images.skipped());
	}

	/** @return null for all */
	private Side wanted() {
		return part == EvaluatedPart.AUTO ? Side.TEST : part.side();
	}

	/**
	 * @param samples the candidates that could be read
	 * @return those to compare on
	 * @throws UserFailure if none remains
	 */
	Chosen among(final List<SurveyedSample> samples) {
		final List<SurveyedSample> unlearned = samples.stream().filter(
			sample -> models.stream().noneMatch(model -> model.hasLearned(sample)))
			.toList();
		final List<SurveyedSample> chosen = unlearned.stream().filter(
			this::isOfPart).toList();
		final int learned = samples.size() - unlearned.size();
		if (chosen.isEmpty()) throw new UserFailure(
			"Expected images that neither " + "model has learned from; of these " +
				samples.size() + ", " + learned + " were learned by one of them" +
				(unlearned.isEmpty() ? "" : ", and none of the others is what split=" +
					part.label() + " asks for. Use split=all, or other images") + ".");
		if (learned > 0) warnings.add(Wording.imagesAre(learned) +
			" left out, as one of the models has learned from " + (learned == 1
				? "it." : "them."));
		final int others = unlearned.size() - chosen.size();
		return new Chosen(chosen, Wording.images(chosen.size()) + ": " + words() +
			(others > 0 ? "; " + others + " others were not asked for" : ""),
			warnings);
	}

	private boolean isOfPart(final SurveyedSample sample) {
		final boolean declared = sample.sample().declaredSide() != null && sample
			.sample().declaredSide() == wanted();
		return switch (part) {
			case AUTO -> models.stream().noneMatch(model -> model.hasUsed(sample));
			case TEST, VALIDATION -> declared || models.stream().anyMatch(
				model -> model.side(sample) == wanted()) && models.stream().allMatch(
					model -> model.side(sample) == null || model.side(
						sample) == wanted());
			default -> true;
		};
	}

	private String words() {
		return switch (part) {
			case AUTO -> "those that neither model was trained or chosen with";
			case TEST, VALIDATION -> "the " + part.label() +
				" side, without what one of the models has learned from";
			default -> "all that neither model has learned from";
		};
	}
}
