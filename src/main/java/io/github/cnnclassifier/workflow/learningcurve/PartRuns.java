
package io.github.cnnclassifier.workflow.learningcurve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.HeldOutPrediction;
import io.github.cnnclassifier.evaluation.TrainedPart;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.report.LearningCurveFiles;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.workflow.HeldOutImages;
import io.github.cnnclassifier.workflow.PartialRows;
import io.github.cnnclassifier.workflow.Predictions;
import io.github.cnnclassifier.workflow.RunProgress;
import io.github.cnnclassifier.workflow.StackNames;
import io.github.cnnclassifier.workflow.train.DividedData;
import io.github.cnnclassifier.workflow.train.TrainInMemory;
import io.github.cnnclassifier.workflow.train.TrainedClassifier;

/**
 * Trains on part by part; one that fails does not keep the others from running.
 */
final class PartRuns {

	/**
	 * What came of a training.
	 *
	 * @param run a row of the table
	 * @param part predictions; empty if it failed
	 */
	record Outcome(LearningCurveFiles.Run run, Optional<TrainedPart> part) {
	}

	private record Part(int step, int repeat, Split split, int images, long seed,
			long viewSeed)
	{
	}

	private final DividedData data;
	private final MeasureLearningCurve.Request request;
	private final TrainInMemory training;
	private final PartialRows table;
	private final Progress progress;
	private final List<SurveyedSample> samples;
	private final HeldOutImages heldOut;
	private final List<Part> parts = new ArrayList<>();

	PartRuns(final DividedData data, final MeasureLearningCurve.Request request,
		final TrainInMemory training, final PartialRows table,
		final Progress progress)
	{
		this.data = data;
		this.request = request;
		this.training = training;
		this.table = table;
		this.progress = progress;
		samples = data.survey().samples();
		heldOut = new HeldOutImages(data.split().select(samples, Side.VALIDATION),
			StackNames.of(request.planes(), data.survey().images().samples()));
		final SeedTree seed = new SeedTree(request.recipe().training().seed())
			.child("learning curve");
		for (int repeat = 1; repeat <= request.repeats(); repeat++)
			add(repeat, seed.child(repeat));
	}

	private void add(final int repeat, final SeedTree seed) {
		final List<Split> splits = data.split().nested(request.steps(), seed.child(
			"parts"));
		// all images are the same step, however many there are
		final int first = request.steps() - splits.size() + 1;
		for (int i = 0; i < splits.size(); i++)
			parts.add(new Part(first + i, repeat, splits.get(i), splits.get(i).select(
				samples, Side.TRAINING).size(), seed.child("training").child(i).seed(),
				seed.child("views").seed()));
	}

	/**
	 * Runs the trainings that the table does not have.
	 *
	 * @return each in order
	 * @throws CanceledException if the user stopped; what is finished is in the
	 *           table
	 */
	List<Outcome> run() throws IOException {
		tellSteps();
		final List<Part> open = parts.stream().filter(part -> !isFinished(part))
			.toList();
		if (open.size() < parts.size()) progress.message((parts.size() - open
			.size()) + " of " + parts.size() + " trainings were finished before.");
		final double all = open.stream().mapToInt(Part::images).sum();
		final long start = System.nanoTime();
		final Map<Part, Outcome> outcomes = new HashMap<>();
		double done = 0;
		for (final Part part : open) {
			try {
				outcomes.put(part, run(part, new RunProgress(progress, name(part),
					new RunProgress.Work(done, part.images(), all, start))));
			}
			catch (final CanceledException e) {
				tellStopped();
				throw e;
			}
			done += part.images();
		}
		return parts.stream().map(part -> outcomes.containsKey(part) ? outcomes.get(
			part) : finished(part)).toList();
	}

	private boolean isFinished(final Part part) {
		return table.isFinished(place(part), heldOut.answers());
	}

	private static PartialRows.Part place(final Part part) {
		return new PartialRows.Part(part.repeat(), part.step());
	}

	private void tellStopped() {
		progress.message("Stopped by the user: " + parts.stream().filter(
			this::isFinished).count() + " of " + parts.size() +
			" trainings are finished and kept; resume=true goes on with the others.");
	}

	private void tellSteps() {
		final long steps = parts.stream().map(Part::step).distinct().count();
		progress.message(parts.size() + " trainings, on " + parts.get(0).images() +
			" to " + parts.get(parts.size() - 1).images() + " images.");
		if (steps < request.steps()) progress.message("Only " + steps + " of " +
			request.steps() +
			" numbers of images are possible: smaller parts would " +
			"have too few images of a class, or groups that are too large to halve.");
	}

	private String name(final Part part) {
		return "Training on " + part.images() + " images" + (request.repeats() == 1
			? "" : ", repeat " + part.repeat() + " of " + request.repeats());
	}

	private Outcome run(final Part part, final Progress shown)
		throws IOException
	{
		try {
			return trained(part, shown);
		}
		catch (final UserFailure e) {
			return failed(part, e.getMessage(), shown);
		}
		// its network is gone by then, and another one may be smaller
		catch (final OutOfMemoryError e) {
			return failed(part, "The memory is too small for this: " + e.getMessage(),
				shown);
		}
	}

	private static Outcome failed(final Part part, final String reason,
		final Progress shown)
	{
		shown.message("Failed, and the others go on: " + reason);
		return new Outcome(new LearningCurveFiles.Run(part.step(), part.repeat(),
			part.images(), part.seed(), Optional.empty(), reason), Optional.empty());
	}

	/** What is trained is given the validation side and its own part alone. */
	private Outcome trained(final Part part, final Progress shown)
		throws IOException
	{
		final Survey known = data.survey().among(samples.stream().filter(s -> part
			.split().sideOf(s.contentHash()) != null).toList());
		try (TrainedClassifier trained = training.train(known, data.grouping(), part
			.split(), part.seed(), part.viewSeed(), new TrainingListener()
		{}, shown)) {
			final ValidationSet validation = new ValidationSet(SampleList.of(heldOut
				.samples(), known.images().labels(), trained.classifier()
					.preprocessing(), 0));
			final Predictions predictions = Predictions.of(trained.classifier(),
				validation.samples(), heldOut.stacks(), shown);
			table.add(heldOut.rows(place(part), predictions, predictions.result()
				.labels().names(), units()));
			final Outcome outcome = finished(part);
			outcome.run().result().ifPresent(result -> shown.message(String.format(
				Locale.ROOT, "Right on %d images that were held out: %.1f %%.", result
					.figures().n(), 100 * result.figures().accuracy())));
			return outcome;
		}
	}

	/** As it stands in the table, whether it was trained now or before. */
	private Outcome finished(final Part part) {
		final ClassLabels labels = new ClassLabels(data.survey().images().labels());
		final EvaluationResult result = new EvaluationResult(labels, table.rows(
			place(part)).stream().flatMap(row -> row.held(labels).stream()).map(
				HeldOutPrediction::labeled).toList());
		return new Outcome(new LearningCurveFiles.Run(part.step(), part.repeat(),
			part.images(), part.seed(), Optional.of(result), ""), Optional.of(
				new TrainedPart(part.step(), part.repeat(), part.images(), result)));
	}

	/** @return of the name of an answer, what it shares with others */
	Map<String, String> units() {
		return heldOut.byAnswer(s -> Objects.requireNonNullElse(data.grouping()
			.groupOf(s.sample()), "image " + heldOut.stacks().answer(s.sample()
				.name())));
	}
}
