
package io.github.cnnclassifier.dataset.inspect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.prepare.ChosenPreprocessing;
import io.github.cnnclassifier.dataset.prepare.PreprocessingDefaults;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.source.CodePointOrder;
import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.ImagesThatCount;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.split.SplitRules;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.dataset.survey.Wording;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.random.SeedTree;

/** What training would do with the images if nothing were set. */
final class TrainingOutlook {

	private static final String TOPIC = "training";

	private final List<Finding> findings = new ArrayList<>();

	private final InspectedImages data;

	private TrainingOutlook(final InspectedImages data) {
		this.data = data;
	}

	static List<Finding> of(final InspectedImages data, final Grouping grouping) {
		if (data.images().isEmpty()) return List.of();
		final TrainingOutlook outlook = new TrainingOutlook(data);
		final Set<String> tooSmall = tooSmall(data);
		final List<SurveyedSample> usable = data.surveyed().stream().filter(
			sample -> !tooSmall.contains(sample.sample().label())).toList();
		if (usable.isEmpty() || !data.hasClasses()) outlook.preprocessing("", data
			.surveyed());
		else outlook.training(with(tooSmall), usable, grouping);
		return outlook.findings;
	}

	/** Classes of which training would refuse the whole data set. */
	private static Set<String> tooSmall(final InspectedImages data) {
		final Map<String, ImagesThatCount> counted = ImagesThatCount.of(data
			.surveyed());
		return data.byClass().keySet().stream().filter(label -> counted
			.getOrDefault(label, ImagesThatCount.NONE).isTooFew()).collect(Collectors
				.toSet());
	}

	private static String with(final Set<String> excluded) {
		if (excluded.isEmpty()) return "";
		return "With " + LabelRules.exclusion(excluded.stream().sorted(
			CodePointOrder.INSTANCE).toList()) + ": ";
	}

	private void training(final String condition,
		final List<SurveyedSample> usable, final Grouping grouping)
	{
		add(grouping.isDoubtful() ? Severity.WARNING : Severity.NOTE, grouping
			.statement());
		final Split split;
		try {
			split = Split.of(usable, data.near(), new SeedTree(1), new SplitRules(
				grouping, false));
		}
		catch (final UserFailure e) {
			add(Severity.PROBLEM, condition + e.getMessage());
			preprocessing(condition, usable);
			return;
		}
		final List<SurveyedSample> training = split.select(usable, Side.TRAINING);
		final List<SurveyedSample> validation = split.select(usable,
			Side.VALIDATION);
		final List<SurveyedSample> test = split.select(usable, Side.TEST);
		add(test.isEmpty() ? Severity.WARNING : Severity.NOTE, condition +
			"Training would learn from " + Wording.images(training.size()) + groups(
				training, grouping) + ", validate on " + validation.size() + groups(
					validation, grouping) + " and keep " + test.size() + groups(test,
						grouping) + " for the test." + (test.isEmpty()
							? " So there would be no figures on unseen " +
								"images: add images, or evaluate on another folder." : ""));
		split.groupWarnings().forEach(warning -> add(Severity.WARNING, condition +
			warning));
		final List<SurveyedSample> chosenOn = new ArrayList<>(training);
		chosenOn.addAll(validation);
		preprocessing(condition, chosenOn);
	}

	/** @return for instance " of 3 groups"; empty where images stand alone */
	private static String groups(final List<SurveyedSample> samples,
		final Grouping grouping)
	{
		final Set<String> groups = new HashSet<>();
		for (final SurveyedSample sample : samples) {
			final String group = grouping.groupOf(sample.sample());
			if (group == null) return "";
			groups.add(group);
		}
		if (groups.isEmpty()) return "";
		return groups.size() == 1 ? " of 1 group" : " of " + groups.size() +
			" groups";
	}

	private void preprocessing(final String condition,
		final List<SurveyedSample> chosenOn)
	{
		try {
			final ChosenPreprocessing chosen = PreprocessingDefaults.choose(chosenOn,
				PreprocessingOptions.NONE);
			final Preprocessing p = chosen.preprocessing();
			add(Severity.NOTE, condition + "Left to itself, training would choose " +
				"width=" + p.width() + " height=" + p.height() + " channels=" + p
					.channelRule().label() + " range=" + p.range() + ". " + String.join(
						" ", chosen.reasons()));
		}
		catch (final UserFailure e) {
			add(Severity.PROBLEM, condition + e.getMessage());
		}
	}

	private void add(final Severity severity, final String text) {
		findings.add(new Finding(severity, TOPIC, text, List.of()));
	}
}
