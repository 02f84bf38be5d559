
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import io.github.cnnclassifier.dataset.prepare.ImageCache;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.LearningRateFiles;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.training.LearningRateCurve;
import io.github.cnnclassifier.training.LearningRateFinder;
import io.github.cnnclassifier.training.Start;
import io.github.cnnclassifier.training.TrainingRun;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.Tools;

/** Which learning rate suits a training, before it begins. */
public final class FindLearningRate {

	/**
	 * What is asked for: the training as it will be, and how to look.
	 *
	 * @param images labeled images
	 * @param exclude classes to leave out
	 * @param division how to divide the images into sides
	 * @param input what the user decided about preprocessing
	 * @param planes what becomes of stacks
	 * @param start where the training begins
	 * @param network for random weights
	 * @param training how to train; its length and learning rate do not matter
	 * @param steps from the lowest to the highest rate
	 * @param output folder for the curve; empty for none
	 * @param overwrite whether existing files may be replaced
	 * @param cacheFolder for resized images that the memory cannot hold; empty
	 *          for Java's folder for temporary files
	 * @param corrections whether a list of corrections beside the images counts
	 */
	public record Request(Path images, Set<String> exclude, SplitOptions division,
			PreprocessingOptions input, PlanePolicy planes, StartChoice start,
			NetworkChoice network, TrainingSettings training, int steps,
			Optional<Path> output, boolean overwrite, Optional<Path> cacheFolder,
			CorrectionUse corrections)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param curve the loss at the rates that were applied
	 * @param learningRate the suggested value of that setting; empty if no rate
	 *          made the loss fall clearly
	 * @param failed images that could not be read
	 */
	public record Result(LearningRateCurve curve, OptionalDouble learningRate,
			List<FailedSample> failed)
	{
	}

	private final Tools tools;
	private final GroupQuestion question;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param question asked once, and only if groups were guessed
	 * @param progress shows and cancels
	 */
	public FindLearningRate(final Tools tools, final GroupQuestion question,
		final Progress progress)
	{
		this.tools = tools;
		this.question = question;
		this.progress = progress;
	}

	/**
	 * Looks for it by some steps of the training, of which nothing stays.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws WrongUsage if the request is malformed
	 * @throws UserFailure if images, network and files do not allow it
	 * @throws CanceledException if the user stopped, or did not want guessed
	 *           groups; nothing is written then
	 * @throws IOException if a file cannot be written
	 */
	public Result run(final Request request) throws IOException {
		LearningRateFinder.requireSteps(request.steps());
		request.cacheFolder().ifPresent(ImageCache::requireWritable);
		if (request.output().isPresent()) {
			Outputs.requireOutside(request.output().get(), request.images());
			LearningRateFiles.requireWritable(request.output().get(), request
				.overwrite(), request.images());
		}
		requireLearningRate(request.start());
		HeadStart.requireNoAdjustments(request.start(), request.network());
		final Architecture architecture = request.network().architecture();
		StartDecision.requireModel(request.start());
		final StartDecision start = new StartDecision(request.start(), request
			.network(), request.input(), tools.engine(), progress);
		final Result result;
		try (TrainingData data = new PrepareTrainingData(tools.reader(), question,
			progress).run(data(request, start)))
		{
			result = result(request, data, start, architecture);
		}
		if (request.output().isPresent()) LearningRateFiles.write(request.output()
			.get(), result.curve());
		return result;
	}

	private static void requireLearningRate(final StartChoice start) {
		if (start.unfreeze() == Unfreeze.HEAD && start
			.kind() != StartChoice.Kind.SCRATCH) throw new WrongUsage(
				"Expected unfreeze=auto or unfreeze=all, found head: the last layer " +
					"alone is fitted without a learning rate.");
	}

	private PrepareTrainingData.DataRequest data(final Request request,
		final StartDecision start)
	{
		final SplitOptions division = request.division();
		return new PrepareTrainingData.DataRequest(request.images(), request
			.exclude(), request.planes(), division.groups(), division.allowLeak(),
			division.fractions(), Optional.empty(), request.training().seed(), start,
			request.cacheFolder(), request.corrections());
	}

	private Result result(final Request request, final TrainingData data,
		final StartDecision start, final Architecture architecture)
	{
		final boolean scratch = start.parent().isEmpty();
		final TrainingRun run = scratch ? new TrainingRun(data.spec(architecture),
			Start.SCRATCH, request.training(), data.sides().training(), data.sides()
				.validation()).resolved(tools.engine(), progress) : new TrainFromParent(
					start.parent().get(), data, request.start().unfreeze(), tools
						.engine(), TrainFromParent.UNWATCHED, progress).ofAllLayers(request
							.training());
		progress.message("Up to " + request.steps() +
			" training steps at rising learning rates, in batches of " + run
				.settings().batchSize() + " images.");
		final LearningRateCurve curve = new LearningRateFinder(run, request.steps())
			.find(tools.engine(), progress);
		if (curve.points().size() < request.steps()) progress.message(String.format(
			Locale.ROOT,
			"Stopped at a learning rate of %.2g, where the loss explodes.", curve
				.points().get(curve.points().size() - 1).rate()));
		return new Result(curve, suggested(curve), data.survey().failed());
	}

	private OptionalDouble suggested(final LearningRateCurve curve) {
		final OptionalDouble suggestion = curve.suggestion();
		if (suggestion.isEmpty()) progress.message(
			"The loss does not fall clearly at any learning rate, " +
				"so that none is suggested. More steps show more.");
		return suggestion;
	}
}
