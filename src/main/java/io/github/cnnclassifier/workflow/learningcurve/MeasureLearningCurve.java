
package io.github.cnnclassifier.workflow.learningcurve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.dataset.prepare.ImageCache;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.LearningCurve;
import io.github.cnnclassifier.evaluation.TrainedPart;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.HeldOutCsv;
import io.github.cnnclassifier.report.LearningCurveFiles;
import io.github.cnnclassifier.storage.OutputClaim;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.PartialRows;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.train.DividedData;
import io.github.cnnclassifier.workflow.train.GroupQuestion;
import io.github.cnnclassifier.workflow.train.ParentImages;
import io.github.cnnclassifier.workflow.train.PrepareTrainingData;
import io.github.cnnclassifier.workflow.train.Recipe;
import io.github.cnnclassifier.workflow.train.SplitOptions;
import io.github.cnnclassifier.workflow.train.TrainInMemory;

/**
 * Trains on ever larger parts of the training side, judges each by the same
 * validation side, and tells what more images would bring. The test side is not
 * looked at.
 */
public final class MeasureLearningCurve {

	/** Numbers of images, where nothing else is asked for. */
	public static final int DEFAULT_STEPS = 4;
	/** Trainings of each, where nothing else is asked for. */
	public static final int DEFAULT_REPEATS = 3;

	private static final int FEWEST_STEPS = 2;
	private static final int MOST_STEPS = 10;
	private static final int MOST_REPEATS = 100;

	/**
	 * What is asked for.
	 *
	 * @param images labeled images
	 * @param exclude classes to leave out
	 * @param division how to divide the images into sides
	 * @param planes what becomes of stacks; not the current plane
	 * @param recipe how to train, each time
	 * @param steps how many numbers of images, 2 to 10: all training images, half
	 *          of them, and so on
	 * @param repeats how many trainings of each number, 1 to 100: with other
	 *          images and other random numbers
	 * @param output folder for tables, picture and verdict
	 * @param existing what becomes of an earlier run in that folder
	 * @param cacheFolder for resized images that the memory cannot hold; empty
	 *          for Java's folder for temporary files
	 * @param corrections whether a list of corrections beside the images counts
	 */
	public record Request(Path images, Set<String> exclude, SplitOptions division,
			PlanePolicy planes, Recipe recipe, int steps, int repeats, Path output,
			Existing existing, Optional<Path> cacheFolder, CorrectionUse corrections)
	{

		/** @throws WrongUsage if a number is out of its range */
		public Request {
			requireRange("steps", steps, FEWEST_STEPS, MOST_STEPS);
			requireRange("repeats", repeats, 1, MOST_REPEATS);
		}

		private static void requireRange(final String key, final int value,
			final int least, final int most)
		{
			if (value < least || value > most) throw new WrongUsage("Expected " +
				key + " to be " + least + " to " + most + ", found " + value + ".");
		}
	}

	/**
	 * What came of it.
	 *
	 * @param curve of the trainings that went well, at least one
	 * @param runs all trainings, in order
	 * @param leak why the figures are too good, whole sentences; empty if nothing
	 *          that belongs together was divided
	 * @param failed images that could not be read
	 */
	public record Result(LearningCurve curve, List<LearningCurveFiles.Run> runs,
			String leak, List<FailedSample> failed)
	{

		/** @return how many trainings have no figures */
		public int failedRuns() {
			return (int) runs.stream().filter(run -> !run.error().isEmpty()).count();
		}
	}

	private final Tools tools;
	private final GroupQuestion question;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param question asked once, and only if groups were guessed
	 * @param progress shows and cancels
	 */
	public MeasureLearningCurve(final Tools tools, final GroupQuestion question,
		final Progress progress)
	{
		this.tools = tools;
		this.question = question;
		this.progress = progress;
	}

	/**
	 * Trains again and again. The files appear when all is done; before that,
	 * finished trainings are in {@code learning_curve.csv.partial}.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws WrongUsage if the request is malformed
	 * @throws UserFailure if images, network and files do not allow it, another
	 *           run is writing the same output, what shall be continued is of
	 *           other images or settings, or no training went well
	 * @throws CanceledException if the user stopped the run; finished trainings
	 *           can be continued
	 * @throws IOException if the disk fails; finished trainings can be continued
	 */
	public Result run(final Request request) throws IOException {
		Outputs.requireOutside(request.output(), request.images());
		CurveTable.requireUsable(request);
		request.cacheFolder().ifPresent(ImageCache::requireWritable);
		final TrainInMemory training = new TrainInMemory(tools.engine(), request
			.recipe(), request.cacheFolder());
		try (OutputClaim claim = OutputClaim.of(LearningCurveFiles.table(request
			.output())))
		{
			return alone(request, training);
		}
	}

	private Result alone(final Request request, final TrainInMemory training)
		throws IOException
	{
		final DividedData divided = new PrepareTrainingData(tools.reader(),
			question, progress).divide(data(request));
		final DividedData data = new DividedData(divided.survey(), divided
			.grouping(), leaking(request, divided));
		if (data.split().select(data.survey().samples(), Side.VALIDATION).isEmpty())
			throw new UserFailure(
				"Expected images that validate, to judge trainings " +
					"by, found none. Add images, or give the data set a validation side.");
		try (PartialRows table = CurveTable.open(request, data, new HeldOutCsv(
			new ClassLabels(data.survey().images().labels()))))
		{
			return measured(request, data, table, new PartRuns(data, request,
				training, table, progress));
		}
	}

	private Result measured(final Request request, final DividedData data,
		final PartialRows table, final PartRuns runs) throws IOException
	{
		final List<PartRuns.Outcome> outcomes = runs.run();
		final List<TrainedPart> trained = new ArrayList<>();
		outcomes.forEach(outcome -> outcome.part().ifPresent(trained::add));
		if (trained.isEmpty()) {
			// there is nothing to go on with
			table.delete();
			throw new UserFailure("None of the " + outcomes.size() +
				" trainings went well. The first one: " + outcomes.get(0).run()
					.error());
		}
		final LearningCurve curve = new LearningCurve(trained, runs.units()::get);
		progress.message(curve.verdict().text());
		final List<LearningCurveFiles.Run> rows = outcomes.stream().map(
			PartRuns.Outcome::run).toList();
		LearningCurveFiles.write(request.output(), curve, rows, data.split()
			.leak());
		table.delete();
		return new Result(curve, rows, data.split().leak(), data.survey().failed());
	}

	/** More images bring nothing to a start that knows them already. */
	private Split leaking(final Request request, final DividedData data) {
		final String leak = ParentImages.of(request.recipe().start()).map(
			parent -> parent.leakOf(data.survey().samples(),
				"as the curve shows what more of them bring", request.division()
					.allowLeak(), "With allowLeak=true they are used nevertheless; the " +
						"figures are then too good, and the result says so.",
				progress::message)).orElse("");
		if (leak.isEmpty()) return data.split();
		progress.message("Warning: " + leak);
		return data.split().leaking(leak);
	}

	private static PrepareTrainingData.DataRequest data(final Request request) {
		final SplitOptions division = request.division();
		return new PrepareTrainingData.DataRequest(request.images(), request
			.exclude(), request.planes(), division.groups(), division.allowLeak(),
			division.fractions(), Optional.empty(), request.recipe().training()
				.seed(), samples -> request.recipe().input(), request.cacheFolder(),
			request.corrections());
	}
}
