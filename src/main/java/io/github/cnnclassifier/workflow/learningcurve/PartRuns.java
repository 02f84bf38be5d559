
package io.github.cnnclassifier.workflow.learningcurve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.TrainedPart;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.report.LearningCurveFiles;
import io.github.cnnclassifier.training.TrainingListener;
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

	private record Part(int step, int repeat, Split split, int images,
			long seed)
	{
	}

	private final DividedData data;
	private final MeasureLearningCurve.Request request;
	private final TrainInMemory training;
	private final Progress progress;
	private final List<SurveyedSample> samples;
	private final StackNames stacks;
	private final List<Part> parts = new ArrayList<>();

	PartRuns(final DividedData data, final MeasureLearningCurve.Request request,
		final TrainInMemory training, final Progress progress)
	{
		this.data = data;
		this.request = request;
		this.training = training;
		this.progress = progress;
		samples = data.survey().samples();
		stacks = StackNames.of(request.planes(), data.survey().images().samples());
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
				samples, Side.TRAINING).size(), seed.child("training").child(i)
					.seed()));
	}

	/**
	 * @return each in order
	 * @throws CanceledException if the user stopped
	 */
	List<Outcome> run() throws IOException {
		tellSteps();
		final double all = parts.stream().mapToInt(Part::images).sum();
		final long start = System.nanoTime();
		final List<Outcome> outcomes = new ArrayList<>();
		double done = 0;
		for (final Part part : parts) {
			outcomes.add(run(part, new RunProgress(progress, name(part),
				new RunProgress.Work(done, part.images(), all, start))));
			done += part.images();
		}
		return outcomes;
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
			.split(), part.seed(), new TrainingListener()
		{}, shown)) {
			final ValidationSet validation = new ValidationSet(SampleList.of(
				validation(), known.images().labels(), trained.classifier()
					.preprocessing(), 0));
			final EvaluationResult result = Predictions.of(trained.classifier(),
				validation.samples(), stacks, shown).result();
			shown.message(String.format(Locale.ROOT,
				"Right on %d images that were held out: %.1f %%.", result.figures().n(),
				100 * result.figures().accuracy()));
			return new Outcome(new LearningCurveFiles.Run(part.step(), part.repeat(),
				part.images(), part.seed(), Optional.of(result), ""), Optional.of(
					new TrainedPart(part.step(), part.repeat(), part.images(), result)));
		}
	}

	private List<SurveyedSample> validation() {
		return data.split().select(samples, Side.VALIDATION);
	}

	/** @return of the name of an answer, what it shares with others */
	Function<String, String> units() {
		final Map<String, String> units = new HashMap<>();
		validation().forEach(s -> {
			final String stack = stacks.of(s.sample().name());
			final String name = stack == null ? s.sample().name() : stack;
			units.put(name, Objects.requireNonNullElse(data.grouping().groupOf(s
				.sample()), "image " + name));
		});
		return units::get;
	}
}
