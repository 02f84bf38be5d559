
package io.github.cnnclassifier.workflow.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.StoredSplit;

/**
 * The images that a finished model is calibrated on, and those that it learned
 * from, where they are at hand.
 *
 * @param samples that the model has not learned from, at least one
 * @param learned the images of the model's training side among the images;
 *          empty if there are none
 * @param description which they are and why, in words
 * @param warnings sentences for the user
 * @param failed images that could not be read
 * @param groups of images that do not stand alone, by content hash
 */
record CalibrationImages(List<SurveyedSample> samples,
		List<SurveyedSample> learned, String description, List<String> warnings,
		List<FailedSample> failed, Map<String, String> groups)
{

	/**
	 * @param images as they were found
	 * @param part asked for
	 * @param model tells which images it has learned from
	 * @param progress shows and cancels
	 * @throws UserFailure if there are none of that part, or the model has
	 *           learned from some of them
	 */
	static CalibrationImages of(final LabeledImages images,
		final CalibratedPart part, final ClassifierDescription model,
		final Progress progress)
	{
		final Split stored = StoredSplit.of(model);
		final PartSelection validation = PartSelection.of(images,
			EvaluatedPart.VALIDATION, model, false);
		final Survey survey = Survey.of(images, progress);
		final List<SurveyedSample> known = survey.samples().stream().filter(
			sample -> stored.sideOf(sample.contentHash()) != null).toList();
		final boolean declares = images.samples().stream().anyMatch(sample -> sample
			.declaredSide() != null);
		final boolean takesValidation = part == CalibratedPart.VALIDATION ||
			part == CalibratedPart.AUTO && (declares || 2 * known.size() >= survey
				.samples().size());
		final PartSelection.Selected selected = takesValidation ? validation.among(
			among(survey.samples(), validation.candidates())) : PartSelection.of(
				images, EvaluatedPart.ALL, model, true).among(survey.samples());
		requireUnseen(selected);
		final List<String> warnings = new ArrayList<>(selected.warnings());
		final long tests = on(Side.TEST, selected.samples(), stored).size();
		if (tests > 0) warnings.add("Warning: " + tests + " of these " + selected
			.samples().size() + " images are on the model's test side: they are no " +
			"test of the calibrated model any more.");
		return new CalibrationImages(selected.samples(), on(Side.TRAINING, known,
			stored), selected.description(), warnings, survey.failed(), groups(survey
				.samples(), EvaluatedGroups.of(images, model.training().dataset()
					.grouping(), "For images unlike its own", progress)));
	}

	private static Map<String, String> groups(final List<SurveyedSample> samples,
		final Grouping grouping)
	{
		final Map<String, String> groups = new HashMap<>();
		for (final SurveyedSample surveyed : samples) {
			final Sample sample = surveyed.sample();
			final String group = grouping.groupOf(sample);
			final String unit = group == null ? sample.source().stack() : group;
			if (unit != null) groups.putIfAbsent(surveyed.contentHash(), "group " +
				unit);
		}
		return groups;
	}

	/**
	 * @param contentHash of one of the images
	 * @return a name that it shares with those of its group or stack, and with
	 *         its copies
	 */
	String unitOf(final String contentHash) {
		return groups.getOrDefault(contentHash, contentHash);
	}

	private static List<SurveyedSample> on(final Side side,
		final List<SurveyedSample> samples, final Split stored)
	{
		return samples.stream().filter(sample -> stored.sideOf(sample
			.contentHash()) == side).toList();
	}

	/** The selection may have left some out before they were read. */
	private static List<SurveyedSample> among(final List<SurveyedSample> samples,
		final LabeledImages candidates)
	{
		final Set<Sample> left = new HashSet<>(candidates.samples());
		return samples.stream().filter(sample -> left.contains(sample.sample()))
			.toList();
	}

	private static void requireUnseen(final PartSelection.Selected selected) {
		if (selected.trained().isEmpty()) return;
		throw new UserFailure(
			"Expected images that the model has not learned from, found " + selected
				.trained().size() + " of " + selected.samples().size() +
				" that it, or a model it started from, was trained with, for " +
				"instance '" + selected.trained().stream().sorted().findFirst().get() +
				"': it is surer of these than of any other. Take other images" +
				", or the model's own validation images, with split=validation, if it " +
				"has not learned from them.");
	}
}
