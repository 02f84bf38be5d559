
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import io.github.cnnclassifier.archive.KeptTraining;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ModelFileStore;
import io.github.cnnclassifier.archive.ModelFingerprint;
import io.github.cnnclassifier.dataset.prepare.ImageCache;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.LayerTable;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.OutputClaim;
import io.github.cnnclassifier.training.StopReason;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingResult;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.transfer.Parent;
import io.github.cnnclassifier.workflow.Tools;

/** From labeled images to a model file. */
public final class TrainClassifier {

	/**
	 * What is asked for.
	 *
	 * @param images labeled images
	 * @param exclude classes to leave out
	 * @param division how to divide the images into sides
	 * @param input what the user decided about preprocessing
	 * @param planes what becomes of stacks, also stored for later; not the
	 *          current plane
	 * @param start where the training begins
	 * @param network for random weights
	 * @param training how to train; may leave lengths and augmentation to choose
	 * @param learnFrom which images the final weights are learned from
	 * @param model the file to write
	 * @param overwrite whether an existing file may be replaced
	 * @param cacheFolder for resized images that the memory cannot hold; empty
	 *          for Java's folder for temporary files
	 * @param corrections whether a list of corrections beside the images counts
	 * @param report folder for a report on the validation side; empty for none
	 */
	public record Request(Path images, Set<String> exclude, SplitOptions division,
			PreprocessingOptions input, PlanePolicy planes, StartChoice start,
			NetworkChoice network, TrainingSettings training, LearnFrom learnFrom,
			Path model, boolean overwrite, Optional<Path> cacheFolder,
			CorrectionUse corrections, Optional<Path> report)
	{

		/** With the corrections that there are, without a report. */
		public Request(final Path images, final Set<String> exclude,
			final SplitOptions division, final PreprocessingOptions input,
			final PlanePolicy planes, final StartChoice start,
			final NetworkChoice network, final TrainingSettings training,
			final LearnFrom learnFrom, final Path model, final boolean overwrite,
			final Optional<Path> cacheFolder)
		{
			this(images, exclude, division, input, planes, start, network, training,
				learnFrom, model, overwrite, cacheFolder, CorrectionUse.USE, Optional
					.empty());
		}

		/** With a network as it is: the name of a preset or a JSON file. */
		public Request(final Path images, final Set<String> exclude,
			final SplitOptions division, final PreprocessingOptions input,
			final PlanePolicy planes, final StartChoice start, final String network,
			final TrainingSettings training, final LearnFrom learnFrom,
			final Path model, final boolean overwrite,
			final Optional<Path> cacheFolder)
		{
			this(images, exclude, division, input, planes, start, NetworkChoice.of(
				network), training, learnFrom, model, overwrite, cacheFolder);
		}
	}

	/**
	 * What came of it.
	 *
	 * @param model the file that was written
	 * @param training how the run ended
	 * @param measured figures of the kept model on the validation side, with
	 *          their intervals
	 * @param leak why the figures are too good, whole sentences; empty if nothing
	 *          that belongs together was divided
	 * @param failed images that could not be read
	 */
	public record Result(Path model, TrainingResult training, Evaluation measured,
			String leak, List<FailedSample> failed)
	{

		/** @return predictions and figures of the validation side */
		public EvaluationResult validation() {
			return measured.result();
		}
	}

	private final Tools tools;
	private final TrainingListener listener;
	private final GroupQuestion question;
	private final BooleanSupplier discarded;
	private final Progress progress;

	/**
	 * With nobody to ask.
	 *
	 * @param tools of the host
	 * @param listener watches the training
	 * @param progress shows and cancels
	 */
	public TrainClassifier(final Tools tools, final TrainingListener listener,
		final Progress progress)
	{
		this(tools, listener, GroupQuestion.UNASKED, progress);
	}

	/**
	 * @param tools of the host
	 * @param listener watches the training
	 * @param question asked once, and only if groups were guessed
	 * @param progress shows and cancels
	 */
	public TrainClassifier(final Tools tools, final TrainingListener listener,
		final GroupQuestion question, final Progress progress)
	{
		this(tools, listener, question, () -> false, progress);
	}

	/**
	 * With somebody who can throw away what was learned.
	 *
	 * @param tools of the host
	 * @param listener watches the training
	 * @param question asked once, and only if groups were guessed
	 * @param discarded whether nothing of the training shall be left; asked when
	 *          it has ended
	 * @param progress shows and cancels
	 */
	public TrainClassifier(final Tools tools, final TrainingListener listener,
		final GroupQuestion question, final BooleanSupplier discarded,
		final Progress progress)
	{
		this.tools = tools;
		this.listener = listener;
		this.question = question;
		this.discarded = discarded;
		this.progress = progress;
	}

	/**
	 * Trains. The model file is replaced after each better epoch.
	 *
	 * @param request what is asked for
	 * @return what came of it; also when the user stopped the run after the first
	 *         epoch
	 * @throws WrongUsage if the request is malformed
	 * @throws UserFailure if images, network and files do not allow it, or
	 *           another run is writing the same model
	 * @throws CanceledException if the user stopped the run before the first
	 *           epoch was over, did not want guessed groups, or threw away what
	 *           was learned; nothing is written then, or left
	 * @throws IOException if the model cannot be written
	 */
	public Result run(final Request request) throws IOException {
		ModelFileStore.requireWritable(request.model(), request.overwrite());
		try (OutputClaim claim = OutputClaim.of(request.model())) {
			return trainAlone(request, TrainingFile.begin(request, progress));
		}
	}

	/**
	 * Goes on with a training.
	 *
	 * @param request what was asked for; its model is claimed
	 * @param file of the training
	 */
	Result goOn(final Request request, final TrainingFile file)
		throws IOException
	{
		return trainAlone(request, file);
	}

	private Result trainAlone(final Request request, final TrainingFile file)
		throws IOException
	{
		final ValidationReport report = new ValidationReport(request, tools
			.engine(), progress);
		report.requireWritable();
		final EpochTable table = new EpochTable(request.report(), progress);
		table.requireWritable(request.overwrite());
		request.cacheFolder().ifPresent(ImageCache::requireWritable);
		// Before the images, which may take long to read.
		HeadStart.requireNoAdjustments(request.start(), request.network());
		final Architecture architecture = request.network().architecture();
		StartDecision.requireModel(request.start());
		final StartDecision start = new StartDecision(request.start(), request
			.network(), request.input(), tools.engine(), progress);
		try (file;
				TrainingData data = new RequestedImages(tools.reader(), question,
					progress).prepared(request, file, start))
		{
			file.begin(data, start.parent());
			WithoutEffect.statement(request, start.parent().isPresent()).ifPresent(
				progress::message);
			final TrainingListener watching = new LearningNotices(listener, table,
				progress);
			watching.onImages(data.sides().training(), data.sides().validation());
			return unlessDiscarded(file, table, report, () -> learn(request, data,
				file, start.parent(), report, learning(request, data, start.parent(),
					data.spec(architecture), new EpochNotices(new CacheNotices(watching,
						data.cache(), progress), file))));
		}
	}

	/** Something that learns and writes. */
	@FunctionalInterface
	private interface Work {

		Result run() throws IOException;
	}

	private Result unlessDiscarded(final TrainingFile file,
		final EpochTable table, final ValidationReport report, final Work work)
		throws IOException
	{
		try {
			final Result result = work.run();
			table.end();
			if (!discarded.getAsBoolean()) return result;
			throw new CanceledException();
		}
		catch (final CanceledException e) {
			if (discarded.getAsBoolean()) {
				file.discard();
				table.discard();
				report.discard();
				progress.message("Nothing of this training is left, as was asked for.");
			}
			throw e;
		}
	}

	/** Whoever throws it away need not wait for its figures. */
	private void requireWanted() {
		if (discarded.getAsBoolean()) throw new CanceledException();
	}

	private Learning learning(final Request request, final TrainingData data,
		final Optional<Parent> parent, final NetworkSpec spec,
		final TrainingListener watching)
	{
		return new CalibratedLearning(parent.isPresent() ? new TrainFromParent(
			parent.get(), data, request.start().unfreeze(), tools.engine(), watching,
			progress) : new TrainFromScratch(spec, data, tools.engine(),
				settings -> new ModelFileStore(request.model(), tools.engine(),
					new NewModelDescription(request, data, spec, settings, parent, tools
						.engine().description())::after), watching, progress), data,
			ValidationFigures.stacks(request, data), tools.engine(), progress);
	}

	private Result learn(final Request request, final TrainingData data,
		final TrainingFile file, final Optional<Parent> parent,
		final ValidationReport report, final Learning learning) throws IOException
	{
		LayerTable.of(NetworkPlan.of(learning.spec())).forEach(progress::message);
		final Optional<KeptTraining.FirstRun> ended = file.before().flatMap(
			KeptTraining::first);
		final Learning.Trained first = ended.isPresent() ? file.firstModel(ended
			.get(), tools.engine()) : learning.train(request.training(),
				file::firstRun, model -> ModelArchive.write(request.model(), saved(
					request, data, parent, model), tools.engine()));
		requireWanted();
		final SavedClassifier plain = saved(request, data, parent, first);
		final UnlikeScoring unlike = new UnlikeScoring(tools.engine(), data,
			progress);
		// a first run that had ended before has left a file with its score
		final SavedClassifier saved = ended.isPresent() ? plain : unlike.added(
			plain);
		if (ended.isEmpty()) ModelArchive.write(request.model(), saved, tools
			.engine());
		final Result result = new ValidationFigures(tools.engine(), progress).of(
			request, data, first);
		requireWanted();
		report.write(data, saved.description(), result);
		if (isWhole(request, file, saved, first, learning, new FitToAll(tools
			.engine(), data, unlike, progress))) file.setEnded();
		else progress.message("What is missing can be made up for with " +
			"'Resume CNN Training...', model=" + request.model() +
			", as long as the images stay as they are.");
		return result;
	}

	/** @return whether nothing is left to do */
	private static boolean isWhole(final Request request, final TrainingFile file,
		final SavedClassifier saved, final Learning.Trained first,
		final Learning learning, final FitToAll fit) throws IOException
	{
		if (request.learnFrom() != LearnFrom.ALL) return first.result()
			.stopReason() != StopReason.CANCELED;
		final KeptTraining.FirstRun ended = new KeptTraining.FirstRun(
			ModelFingerprint.of(saved), first.result());
		return fit.replace(request.model(), saved, first.result(), (all,
			none) -> learning.again(first, spec -> file.secondRun(spec, ended), all,
				none));
	}

	private SavedClassifier saved(final Request request, final TrainingData data,
		final Optional<Parent> parent, final Learning.Trained trained)
	{
		return new SavedClassifier(new NewModelDescription(request, data, trained
			.spec(), trained.settings(), parent, tools.engine().description()).ended(
				trained.result(), trained.confidence()), trained.weights());
	}
}
