
package io.github.cnnclassifier.workflow.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.dataset.survey.Wording;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.HeldOutRow;
import io.github.cnnclassifier.report.PredictionTable;
import io.github.cnnclassifier.workflow.ErrorThumbnails;
import io.github.cnnclassifier.workflow.FoundImages;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.Predictions;
import io.github.cnnclassifier.workflow.StackNames;
import io.github.cnnclassifier.workflow.Tools;

/** Lets two models answer the same images. */
final class ComparedModels {

	private final Tools tools;
	private final Progress progress;

	ComparedModels(final Tools tools, final Progress progress) {
		this.tools = tools;
		this.progress = progress;
	}

	CompareClassifiers.Answers answers(final CompareClassifiers.Request request) {
		if (request.images().isEmpty()) throw new WrongUsage(
			"Expected 'images', found nothing. Name labeled images for the two " +
				"models, or two tables of predictions that end with .csv.");
		final SavedClassifier first = OpenModel.read(request.model(), tools
			.engine());
		final SavedClassifier second = OpenModel.read(request.other(), tools
			.engine());
		final Set<String> common = CommonClasses.of(first.description().labels(),
			second.description().labels());
		final ComparedImages rule = ComparedImages.of(request.split(), first
			.description(), second.description());
		final PlanePolicy planes = planes(request, first.description(), second
			.description());
		final LabeledImages images = LabeledImages.open(request.images().get(),
			tools.reader(), request.exclude(), planes);
		FoundImages.tell(images, progress);
		final Survey survey = Survey.of(rule.candidates(images), progress);
		final ComparedImages.Chosen chosen = rule.among(survey.samples());
		final List<String> warnings = new ArrayList<>(chosen.warnings());
		images.corrections().caveat().ifPresent(warnings::add);
		final StackNames stacks = StackNames.of(planes, images.samples());
		final List<SurveyedSample> samples = stacks.whole(known(chosen.samples(),
			common, warnings), survey.failed());
		progress.message("Comparing on " + chosen.description() + ".");
		final Grouping grouping = request.groups().apply(images);
		progress.message(grouping.statement());
		final Map<String, String> groups = groups(samples, stacks, grouping);
		final List<FailedSample> failed = new ArrayList<>(survey.failed());
		final PredictionTable ofFirst = table(first, samples, stacks, groups,
			failed);
		final PredictionTable ofSecond = table(second, samples, stacks, groups,
			failed);
		return new CompareClassifiers.Answers(ComparedTables.of(ofFirst, ofSecond),
			"Labeled images in '" + request.images().get().toAbsolutePath()
				.normalize().getFileName() + "'", chosen.description() + ". " + grouping
					.statement(), warnings, once(failed), names -> ErrorThumbnails.of(
						names, samples, stacks, progress), images.corrections());
	}

	private static PlanePolicy planes(final CompareClassifiers.Request request,
		final ClassifierDescription first, final ClassifierDescription second)
	{
		final PlanePolicy one = PlaneChoice.forFiles(request.planes(), first
			.planes());
		final PlanePolicy two = PlaneChoice.forFiles(request.planes(), second
			.planes());
		if (one != two) throw new UserFailure(
			"Expected two models that take stacks in the same way, found planes=" +
				label(one) + " and planes=" + label(two) +
				". Say what shall become of stacks: planes=each, for instance.");
		return one;
	}

	private static String label(final PlanePolicy planes) {
		return planes == null ? "none" : planes.label();
	}

	/** Of classes that both models have. */
	private static List<SurveyedSample> known(final List<SurveyedSample> samples,
		final Set<String> common, final List<String> warnings)
	{
		final List<SurveyedSample> known = samples.stream().filter(sample -> common
			.contains(sample.sample().label())).toList();
		if (known.isEmpty()) throw new UserFailure(
			"Expected images of the classes that both models have, " + LabelRules
				.quoted(List.copyOf(common)) + ", found " + LabelRules.quoted(samples
					.stream().map(sample -> sample.sample().label()).distinct()
					.toList()) + ". Rename the folders of the images.");
		final int strange = samples.size() - known.size();
		if (strange > 0) warnings.add(Wording.imagesAre(strange) +
			" left out, as one of the models does not have their class: " + LabelRules
				.quoted(samples.stream().map(sample -> sample.sample().label()).filter(
					label -> !common.contains(label)).distinct().toList()) + ".");
		return known;
	}

	private static Map<String, String> groups(final List<SurveyedSample> samples,
		final StackNames stacks, final Grouping grouping)
	{
		final Map<String, String> groups = new HashMap<>();
		for (final SurveyedSample surveyed : samples) {
			final String group = grouping.groupOf(surveyed.sample());
			groups.put(stacks.answer(surveyed.sample().name()), group == null ? ""
				: group);
		}
		return groups;
	}

	private PredictionTable table(final SavedClassifier model,
		final List<SurveyedSample> samples, final StackNames stacks,
		final Map<String, String> groups, final List<FailedSample> failed)
	{
		final ClassifierDescription description = model.description();
		final Preprocessing preprocessing = InputOverrides.NONE.appliedTo(
			description);
		final SampleList list = SampleList.of(samples, description.labels().names(),
			preprocessing, 0);
		try (Classifier classifier = OpenModel.classifier(model, preprocessing,
			tools.engine()))
		{
			final Predictions predictions = Predictions.of(classifier, list, stacks,
				progress);
			failed.addAll(predictions.failed());
			return new PredictionTable(description.labels(), Optional.empty(),
				predictions.result().predictions().stream().map(
					p -> new PredictionTable.Row(new HeldOutRow(p.name(), groups
						.getOrDefault(p.name(), ""), HeldOutRow.NOWHERE, HeldOutRow.NOWHERE,
						description.labels().name(p.actual()), Optional.of(p.prediction()),
						""), false)).toList());
		}
	}

	/** What fails in both models is told once. */
	private static List<FailedSample> once(final List<FailedSample> failed) {
		final Set<String> names = new HashSet<>();
		return failed.stream().filter(sample -> names.add(sample.name())).toList();
	}
}
