
package io.github.cnnclassifier.workflow.tune;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.TrialTable;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.storage.WholeFile;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.tuning.Budget;
import io.github.cnnclassifier.tuning.Dimension;
import io.github.cnnclassifier.tuning.FinishedTrial;
import io.github.cnnclassifier.tuning.Study;
import io.github.cnnclassifier.tuning.StudyFolder;
import io.github.cnnclassifier.tuning.Trial;
import io.github.cnnclassifier.tuning.TuningListener;
import io.github.cnnclassifier.tuning.Verdict;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.train.GroupQuestion;
import io.github.cnnclassifier.workflow.train.LearningSettings;
import io.github.cnnclassifier.workflow.train.Recipe;
import io.github.cnnclassifier.workflow.train.SplitOptions;
import io.github.cnnclassifier.workflow.train.StartChoice;
import io.github.cnnclassifier.workflow.train.ValidatedTraining;

/** From labeled images to better settings of a training. */
public final class TuneClassifier {

	/** Of the table in the folder of a study. */
	public static final String TABLE = "trials.csv";
	/** Of the verdict in the folder of a study. */
	public static final String VERDICT = "verdict.txt";

	private static final String GROUPS = "groups";

	/**
	 * What is asked for.
	 *
	 * @param images which, and how they are divided; their seed is that of the
	 *          search
	 * @param choices of keys of a training and their values; keys that are not
	 *          named are as the user has them
	 * @param fixed what the user has named, by key, as far as it decides what is
	 *          learned
	 * @param search what is tried
	 * @param budget how long
	 * @param output folder of the study
	 * @param resume whether a study that is there goes on
	 * @param overwrite whether a study or model that is there may be replaced
	 * @param lines how a training with these keys is asked for, for a person
	 */
	public record Request(ValidatedTraining.Images images,
			Function<Map<String, String>, Recipe> choices, Map<String, String> fixed,
			Study.Search search, Budget budget, Path output, boolean resume,
			boolean overwrite, Function<Map<String, String>, List<String>> lines)
	{

		Request with(final Study.Search other) {
			return new Request(images, choices, fixed, other, budget, output, resume,
				overwrite, lines);
		}
	}

	/**
	 * What came of it.
	 *
	 * @param trials all of the study
	 * @param verdict what they say
	 * @param lines how the training of the winner is asked for
	 * @param model of the winner, trained on the full budget; empty if none was
	 *          asked for
	 * @param leak why figures are too good; empty if they are not
	 * @param failed images that could not be read
	 */
	public record Result(List<FinishedTrial> trials, Verdict verdict,
			List<String> lines, Optional<Path> model, String leak,
			List<FailedSample> failed)
	{
	}

	private final Tools tools;
	private final TuningListener listener;
	private final TrainingListener training;
	private final GroupQuestion question;
	private final Progress progress;

	/**
	 * @param tools of the host
	 * @param listener watches the study
	 * @param training watches the final training
	 * @param question asked once, and only if groups were guessed
	 * @param progress shows and cancels
	 */
	public TuneClassifier(final Tools tools, final TuningListener listener,
		final TrainingListener training, final GroupQuestion question,
		final Progress progress)
	{
		this.tools = tools;
		this.listener = listener;
		this.training = training;
		this.question = question;
		this.progress = progress;
	}

	/**
	 * Searches, and trains with the winner if a model is asked for.
	 *
	 * @param asked what is asked for
	 * @return what came of it
	 * @throws UserFailure if images, settings and files do not allow it, the
	 *           study on disk is another one, or another run has it
	 * @throws CanceledException if the user stopped; trials that ended stay on
	 *           disk
	 * @throws IOException if the disk fails
	 */
	public Result run(final Request asked) throws IOException {
		final long start = System.nanoTime();
		final Optional<WinnerTraining> winner = asked.images().model().map(
			model -> new WinnerTraining(tools, asked, training, progress));
		if (winner.isPresent()) winner.get().requirePossible();
		TunedKeys.starts(asked.search().space()).forEach(keys -> ValidatedTraining
			.requireStart(asked.choices().apply(keys)));
		final StartChoice choice = usual(asked).start();
		final Request request = asked.with(EffectiveSpace.of(asked.search(), choice,
			"start=" + choice, progress));
		final Studied studied;
		try (StudyFolder folder = StudyFolder.open(request.output(), request
			.resume(), request.overwrite()))
		{
			if (!folder.goesOn()) Outputs.requireWritableFiles(request.output(), List
				.of(TABLE, VERDICT), request.overwrite(), request.images().images());
			studied = studied(request, folder, start);
		}
		final Result result = studied.result();
		if (winner.isEmpty()) return result;
		return new Result(result.trials(), result.verdict(), result.lines(),
			Optional.of(winner.get().train(result.verdict().winner(), studied
				.refused(), studied.groups(), studied.study())), result.leak(), result
					.failed());
	}

	/**
	 * A study without a model.
	 *
	 * @param refused whether guessed groups were refused
	 * @param groups the rule by which the images were grouped
	 * @param study by which it is known again
	 */
	private record Studied(Result result, boolean refused, String groups,
			String study)
	{
	}

	private Studied studied(final Request request, final StudyFolder folder,
		final long start) throws IOException
	{
		final AskedOnce asked = new AskedOnce(question);
		try (ValidatedTraining images = ValidatedTraining.of(tools, asked, request
			.images(), usual(request), starts(request), progress))
		{
			// the time of a person who thinks is not that of the search
			final Request effective = request.with(chosen(request, images));
			return new Studied(studied(effective, folder, images, asked.refused(),
				start + asked.nanos()), asked.refused(), images.groups(),
				LearningSettings.hash(settings(effective, images).toString()));
		}
	}

	/** With which the search begins. */
	private static Recipe usual(final Request request) {
		return request.choices().apply(Map.of());
	}

	/** Where trials may begin. */
	private static List<StartChoice> starts(final Request request) {
		return Stream.concat(Stream.of(usual(request)), TunedKeys.starts(request
			.search().space()).stream().map(request.choices())).map(Recipe::start)
			.distinct().toList();
	}

	/** Where a training begins may be known only when its images are. */
	private Study.Search chosen(final Request request,
		final ValidatedTraining images)
	{
		final StartChoice start = usual(request).start();
		// another network than the usual one begins with random weights
		if (start.kind() != StartChoice.Kind.AUTO || request.search().space()
			.variesNetwork()) return request.search();
		final StartChoice taken = (images.startsFromParent(usual(request))
			? StartChoice.BACKBONE : StartChoice.SCRATCH).with(start.unfreeze());
		return EffectiveSpace.of(request.search(), taken, "start=auto, which is " +
			taken + " for these images, and", progress);
	}

	private Result studied(final Request request, final StudyFolder folder,
		final ValidatedTraining images, final boolean refused, final long start)
		throws IOException
	{
		if (images.validationImages() == 0) throw new UserFailure(
			"Expected images that validate, to judge settings by, found none. Add " +
				"images, or give the data set a validation side.");
		final List<FinishedTrial> before = folder.begin(settings(request, images));
		// it will be another one
		Files.deleteIfExists(request.output().resolve(VERDICT));
		if (before.isEmpty()) Files.deleteIfExists(request.output().resolve(TABLE));
		progress.message("Searching " + request.search().space() + ".");
		progress.message("The strategy is " + request.search().strategy().label() +
			", " + request.search().objective().words() + " on " + images
				.validationImages() + " validation images counts, and the budget is " +
			request.budget() + (before.isEmpty() ? "." : "; " + before.size() +
				" trials are there already."));
		final List<FinishedTrial> trials = new ArrayList<>();
		try {
			new Study(request.search(), request.budget(), new TrialsOnImages(images,
				request.choices(), new TrainingListener()
				{}, progress), folder, kept(request, trials), progress, start).run(
					before);
		}
		catch (final CanceledException e) {
			if (!trials.isEmpty()) progress.message(
				"Stopped by the user. The trials that ended are in '" + request
					.output() + "', and resume=true goes on with them. So far: " + told(
						request, trials, images).text());
			throw e;
		}
		final Verdict verdict = told(request, trials, images);
		progress.message(verdict.text());
		final List<String> lines = lines(request, verdict, refused);
		lines.forEach(progress::message);
		return new Result(List.copyOf(trials), verdict, lines, Optional.empty(),
			images.leak(), images.failed());
	}

	/** All that decides what a trial is. */
	private static Map<String, String> settings(final Request request,
		final ValidatedTraining images) throws IOException
	{
		final Map<String, String> settings = new LinkedHashMap<>();
		settings.put("images and sides", images.fingerprint());
		settings.put("space", request.search().space().toString());
		settings.put("strategy", request.search().strategy().label());
		settings.put("objective", request.search().objective().label());
		settings.put("seed", Long.toString(request.search().seed()));
		settings.putAll(request.fixed());
		// whoever refused a guess has said so in other words than the line does
		settings.put(GROUPS, images.groups());
		settings.putAll(NamedFiles.hashes(request.fixed(), request.search()
			.space()));
		return settings;
	}

	/** Keeps the table up to date, and tells each trial. */
	private TuningListener kept(final Request request,
		final List<FinishedTrial> trials)
	{
		final List<String> names = request.search().space().dimensions().stream()
			.map(Dimension::name).toList();
		return new TuningListener() {

			@Override
			public void onBegin(final Trial trial) {
				listener.onBegin(trial);
			}

			@Override
			public void onTrial(final FinishedTrial trial) throws IOException {
				trials.add(trial);
				TrialTable.of(names, trials).writeCsv(request.output().resolve(TABLE));
				progress.message(line(request, trial));
				listener.onTrial(trial);
			}
		};
	}

	private static String line(final Request request,
		final FinishedTrial finished)
	{
		final Trial trial = finished.trial();
		final String what = "Trial " + trial.number() + ", " + trial.purpose()
			.label() + ", " + trial.setting() + ": ";
		if (!finished.hasScore()) return what + finished.result().status().label() +
			". " + finished.result().reason();
		final int epochs = finished.result().curve().size();
		return what + String.format(Locale.ROOT, "%s %.4f after %d %s, %.0f s%s",
			request.search().objective().words(), request.search().objective().of(
				finished.result().score()), epochs, epochs == 1 ? "epoch" : "epochs",
			finished.result().seconds(), finished.isFinished() ? ""
				: ", cut short as the time was over");
	}

	private static Verdict told(final Request request,
		final List<FinishedTrial> trials, final ValidatedTraining images)
	{
		return Verdict.of(trials, request.search().objective(), images
			.validationGroups());
	}

	private static List<String> lines(final Request request,
		final Verdict verdict, final boolean refused) throws IOException
	{
		final Map<String, String> keys = new LinkedHashMap<>(TunedKeys.keys(verdict
			.winner()));
		if (refused) keys.put(GROUPS, SplitOptions.UNGROUPED);
		final List<String> lines = request.lines().apply(keys);
		final String text = verdict.text() + "\n\n" + String.join("\n", lines) +
			"\n";
		WholeFile.write(request.output().resolve(VERDICT), out -> out.write(text
			.getBytes(StandardCharsets.UTF_8)));
		return lines;
	}
}
