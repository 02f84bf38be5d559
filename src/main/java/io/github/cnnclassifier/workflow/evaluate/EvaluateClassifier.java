
package io.github.cnnclassifier.workflow.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.dataset.inspect.ShortcutCheck;
import io.github.cnnclassifier.dataset.inspect.ShortcutFindings;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.EvaluationFiles;
import io.github.cnnclassifier.workflow.FoundImages;
import io.github.cnnclassifier.workflow.InputOverrides;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.Predictions;
import io.github.cnnclassifier.workflow.StackNames;
import io.github.cnnclassifier.workflow.StoredSplit;
import io.github.cnnclassifier.workflow.Tools;

/** How good a model is on labeled images. */
public final class EvaluateClassifier {

	/**
	 * What is asked for.
	 *
	 * @param images labeled images
	 * @param exclude classes to leave out
	 * @param model the model file or the name of a shipped model
	 * @param split which of the images
	 * @param input how the images are mapped onto what the model expects
	 * @param planes what becomes of stacks; null for what the model says
	 * @param output folder for tables and report; empty for none
	 * @param overwrite whether existing files may be replaced
	 */
	public record Request(Path images, Set<String> exclude, Path model,
			EvaluatedPart split, InputOverrides input, PlanePolicy planes,
			Optional<Path> output, boolean overwrite)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param evaluation predictions and figures
	 * @param side which images were evaluated, in a word or two: "test side" or
	 *          "all images"
	 * @param part which images were evaluated and why, in words
	 * @param failed images without a prediction, with the reason
	 */
	public record Result(EvaluationResult evaluation, String side, String part,
			List<FailedSample> failed)
	{
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
	 * Evaluates.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws WrongUsage if the request is malformed
	 * @throws UserFailure if images and model do not allow it
	 * @throws IOException if the report cannot be written
	 */
	public Result run(final Request request) throws IOException {
		if (request.output().isPresent()) EvaluationFiles.requireWritable(request
			.output().get(), request.overwrite(), request.images(), request.model());
		final SavedClassifier saved = OpenModel.read(request.model(), tools
			.engine());
		final ClassifierDescription description = saved.description();
		final Preprocessing preprocessing = request.input().appliedTo(description);
		final PlanePolicy planes = PlaneChoice.forFiles(request.planes(),
			description.planes());
		final LabeledImages images = LabeledImages.open(request.images(), tools
			.reader(), request.exclude(), planes);
		FoundImages.tell(images, progress);
		final PartSelection selection = PartSelection.of(images, request.split(),
			StoredSplit.of(description), StoredSplit.learnedFrom(description),
			description.training().dataset().grouping().leak());
		final Survey survey = Survey.of(selection.candidates(), progress);
		final PartSelection.Selected selected = selection.among(survey.samples());
		selected.warnings().forEach(progress::message);
		progress.message("Evaluating " + selected.description() + ".");
		final StackNames stacks = StackNames.of(planes, images.samples());
		final SampleList samples = SampleList.of(stacks.whole(selected.samples(),
			survey.failed()), description.labels().names(), preprocessing, 0);
		final Predictions predictions;
		try (Classifier classifier = OpenModel.classifier(saved, preprocessing,
			tools.engine()))
		{
			predictions = Predictions.of(classifier, samples, stacks, progress);
		}
		final List<FailedSample> failed = new ArrayList<>(survey.failed());
		failed.addAll(predictions.failed());
		final ShortcutCheck shortcuts = ShortcutCheck.of(selected.samples(),
			GroupingRule.parse(GroupingRule.AUTO).apply(images));
		final List<String> warnings = new ArrayList<>(selected.warnings());
		ShortcutFindings.warnings(shortcuts, predictions.result().figures()
			.balancedAccuracy(shortcuts.classes())).forEach(warning -> {
				progress.message("Warning: " + warning);
				warnings.add(warning);
			});
		if (request.output().isPresent()) EvaluationFiles.write(request.output()
			.get(), predictions.result(), ErrorThumbnails.of(EvaluationFiles.pictured(
				predictions.result()), selected.samples(), stacks, progress),
			ReportContexts.of(request, description, selected, failed, shortcuts,
				warnings, tools.engine().description()));
		return new Result(predictions.result(), selected.side(), selected
			.description(), failed);
	}
}
