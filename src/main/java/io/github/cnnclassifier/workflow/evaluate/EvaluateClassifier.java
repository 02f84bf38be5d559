
package io.github.cnnclassifier.workflow.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.dataset.inspect.ShortcutCheck;
import io.github.cnnclassifier.dataset.inspect.ShortcutFindings;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.evaluation.CoverageCurve;
import io.github.cnnclassifier.evaluation.EvaluatedSide;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.UnlabeledPrediction;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.CorrectionsTable;
import io.github.cnnclassifier.report.EvaluationFiles;
import io.github.cnnclassifier.report.ReportContext;
import io.github.cnnclassifier.report.ShortcutTable;
import io.github.cnnclassifier.workflow.ErrorHeatMaps;
import io.github.cnnclassifier.workflow.ErrorThumbnails;
import io.github.cnnclassifier.workflow.FoundImages;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.Predictions;
import io.github.cnnclassifier.workflow.ReportPictures;
import io.github.cnnclassifier.workflow.StackNames;
import io.github.cnnclassifier.workflow.Tools;

/** How good a model is on labeled images. */
public final class EvaluateClassifier {

	/**
	 * What is asked for.
	 *
	 * @param images labeled images, or a folder of images without classes
	 * @param exclude classes to leave out
	 * @param model the model file or the name of a shipped model
	 * @param split which of the images
	 * @param input how the images are mapped onto what the model expects
	 * @param planes what becomes of stacks; null for what the model says
	 * @param output folder for tables and report; empty for none
	 * @param overwrite whether existing files may be replaced
	 * @param allowTrained whether images that the model has learned from may be
	 *          evaluated as if they were a test
	 * @param corrections whether a list of corrections beside the images counts
	 */
	public record Request(Path images, Set<String> exclude, Path model,
			EvaluatedPart split, InputOverrides input, PlanePolicy planes,
			Optional<Path> output, boolean overwrite, boolean allowTrained,
			CorrectionUse corrections)
	{

		/**
		 * Where images that the model has learned from are refused, and corrections
		 * count.
		 *
		 * @param images as above
		 * @param exclude as above
		 * @param model as above
		 * @param split as above
		 * @param input as above
		 * @param planes as above
		 * @param output as above
		 * @param overwrite as above
		 */
		public Request(final Path images, final Set<String> exclude,
			final Path model, final EvaluatedPart split, final InputOverrides input,
			final PlanePolicy planes, final Optional<Path> output,
			final boolean overwrite)
		{
			this(images, exclude, model, split, input, planes, output, overwrite,
				false, CorrectionUse.USE);
		}

		/**
		 * @param other part of the images
		 * @return the same of that part, without a report
		 */
		public Request beside(final EvaluatedPart other) {
			return new Request(images, exclude, model, other, input, planes, Optional
				.empty(), false, allowTrained, corrections);
		}
	}

	/**
	 * What came of it.
	 *
	 * @param measured figures with their intervals, and the side that they are
	 *          of; empty if no image has a class
	 * @param labels of the classifier
	 * @param unlabeled predictions of images without a class
	 * @param side which images were evaluated, in a word or two: "test side" or
	 *          "all images"
	 * @param part which images were evaluated and why, in words
	 * @param failed images without a prediction, with the reason
	 */
	public record Result(Optional<Evaluation> measured, ClassLabels labels,
			List<UnlabeledPrediction> unlabeled, String side, String part,
			List<FailedSample> failed)
	{

		/** Copies the lists. */
		public Result {
			unlabeled = List.copyOf(unlabeled);
			failed = List.copyOf(failed);
		}

		static Result ofUnlabeled(final ClassLabels labels,
			final List<UnlabeledPrediction> unlabeled,
			final List<FailedSample> failed)
		{
			return new Result(Optional.empty(), labels, unlabeled, "no classes",
				"images without classes", failed);
		}

		/**
		 * @return predictions and figures
		 * @throws java.util.NoSuchElementException if no image has a class
		 */
		public EvaluationResult evaluation() {
			return measured.orElseThrow().result();
		}
	}

	private final Tools tools;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param progress shows and cancels
	 */
	public EvaluateClassifier(final Tools tools, final Progress progress) {
		this.tools = tools;
		this.progress = progress;
	}

	/**
	 * Evaluates. Images without classes are predicted, and nothing else.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws WrongUsage if the request is malformed
	 * @throws UserFailure if images and model do not allow it, or the model has
	 *           learned from some of the images and that is not allowed
	 * @throws CanceledException if the user stopped; nothing is written then,
	 *           unless only pictures of the report were missing
	 * @throws IOException if the report cannot be written
	 */
	public Result run(final Request request) throws IOException {
		if (request.output().isPresent()) EvaluationFiles.requireWritable(request
			.output().get(), request.overwrite(), request.images(), request.model());
		final SavedClassifier saved = OpenModel.read(request.model(), tools
			.engine());
		final Preprocessing preprocessing = request.input().appliedTo(saved
			.description());
		final PlanePolicy planes = PlaneChoice.forFiles(request.planes(), saved
			.description().planes());
		final LabeledImages images = LabeledImages.openAsFound(request.images(),
			tools.reader(), request.exclude(), planes, request.corrections());
		final StackNames stacks = StackNames.of(planes, images.samples());
		return images.labels().equals(List.of(LabeledImages.NO_CLASS))
			? withoutClasses(request, saved, preprocessing, images, stacks)
			: withClasses(request, saved, preprocessing, images, stacks);
	}

	private Result withoutClasses(final Request request,
		final SavedClassifier saved, final Preprocessing preprocessing,
		final LabeledImages images, final StackNames stacks) throws IOException
	{
		progress.message("Found " + images.samples().size() + " images in '" +
			request.images() + "' and no folder of a class: there are predictions, " +
			"and no figures.");
		final ClassLabels labels = saved.description().labels();
		final UnlabeledImages predicted;
		try (Classifier classifier = OpenModel.classifier(saved, preprocessing,
			tools.engine()))
		{
			predicted = UnlabeledImages.of(classifier, images, stacks, progress);
		}
		if (request.output().isPresent()) EvaluationFiles.writePredictions(request
			.output().get(), labels, predicted.predictions(), predicted.failed());
		return Result.ofUnlabeled(labels, predicted.predictions(), predicted
			.failed());
	}

	private Result withClasses(final Request request, final SavedClassifier saved,
		final Preprocessing preprocessing, final LabeledImages images,
		final StackNames stacks) throws IOException
	{
		final ClassifierDescription description = saved.description();
		FoundImages.tell(images, progress);
		final PartSelection selection = PartSelection.of(images, request.split(),
			description, request.allowTrained());
		final Survey survey = Survey.of(selection.candidates(), progress);
		final PartSelection.Selected selected = selection.among(survey.samples());
		selected.warnings().forEach(progress::message);
		progress.message("Evaluating " + selected.description() + ".");
		final Grouping grouping = EvaluatedGroups.of(selection.candidates(),
			description.training().dataset().grouping(), progress);
		final SampleList samples = SampleList.of(stacks.whole(selected.samples(),
			survey.failed()), description.labels().names(), preprocessing, 0);
		final Predictions predictions;
		try (Classifier classifier = OpenModel.classifier(saved, preprocessing,
			tools.engine()))
		{
			predictions = Predictions.of(classifier, samples, stacks, progress);
		}
		progress.update(Double.NaN, "Finding figures and intervals");
		final Evaluation evaluation = new Evaluation(description.labels(),
			new EvaluatedSide(selected.side(), selected.description()), predictions
				.images(selected.samples(), stacks, grouping, selected.trained()));
		MeasuredSide.tell(evaluation, progress);
		description.confidence().threshold().ifPresent(suggested -> tell(suggested
			.threshold(), evaluation.result()));
		final List<FailedSample> failed = new ArrayList<>(survey.failed());
		failed.addAll(predictions.failed());
		final ShortcutCheck shortcuts = ShortcutCheck.of(selected.samples(),
			grouping);
		final List<String> warnings = new ArrayList<>(selected.warnings());
		ShortcutFindings.warnings(shortcuts, predictions.result().figures()
			.balancedAccuracy(shortcuts.classes())).forEach(warning -> {
				progress.message("Warning: " + warning);
				warnings.add(warning);
			});
		UnlikeImages.statement(predictions.result()).ifPresent(progress::message);
		if (request.output().isPresent()) write(request, evaluation, selected
			.samples(), stacks, ReportContexts.of(request, description, selected,
				evaluation.result(), failed, warnings, UnlikeImages.statement(
					predictions.result()), grouping, tools.engine().description()).with(
						ShortcutTable.part(shortcuts, evaluation.result())).with(
							CorrectionsTable.part(images.corrections())));
		return new Result(Optional.of(evaluation), description.labels(), List.of(),
			selected.side(), selected.description(), failed);
	}

	private void write(final Request request, final Evaluation evaluation,
		final List<SurveyedSample> samples, final StackNames stacks,
		final ReportContext context) throws IOException
	{
		final Path folder = request.output().get();
		final ReportPictures pictures = new ReportPictures();
		final Map<String, ItemOutcome<SampleImage>> thumbnails = pictures.drawn(
			() -> ErrorThumbnails.of(EvaluationFiles.pictured(evaluation.result()),
				samples, stacks, progress));
		final Map<String, byte[]> maps = pictures.drawn(() -> ErrorHeatMaps.of(
			evaluation.result(), samples, stacks, OpenModel.heatMaps(request.model(),
				request.input(), tools.engine()), progress));
		EvaluationFiles.write(folder, evaluation, List.of(), thumbnails, pictures
			.told(context.withHeatMaps(maps)));
		pictures.requireUnstopped(EvaluationFiles.page(folder), progress);
	}

	private void tell(final Threshold suggested, final EvaluationResult result) {
		final CoverageCurve.Point point = CoverageCurve.of(result.predictions()).at(
			suggested);
		progress.message(String.format(Locale.ROOT,
			"With the threshold that the model suggests, %.4f, %.1f %% of these " +
				"images get an answer%s.%s", suggested.least(), 100 * point.coverage(),
			point.answered() == 0 ? "" : String.format(Locale.ROOT,
				", and %.2f %% of the answers are right", 100 * point.accuracy()),
			result.predictions().stream().anyMatch(p -> p.prediction().isUnlike())
				? " That is before images unlike the training images are taken out."
				: ""));
	}
}
