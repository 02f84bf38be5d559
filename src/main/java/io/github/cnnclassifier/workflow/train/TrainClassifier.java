
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ModelFileStore;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.dataset.prepare.ImageCache;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.LayerTable;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.OutputClaim;
import io.github.cnnclassifier.training.Start;
import io.github.cnnclassifier.training.TrainedNetwork;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingResult;
import io.github.cnnclassifier.training.TrainingRun;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.transfer.Parent;
import io.github.cnnclassifier.workflow.Predictions;
import io.github.cnnclassifier.workflow.StackNames;
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
	 */
	public record Request(Path images, Set<String> exclude, SplitOptions division,
			PreprocessingOptions input, PlanePolicy planes, StartChoice start,
			NetworkChoice network, TrainingSettings training, LearnFrom learnFrom,
			Path model, boolean overwrite, Optional<Path> cacheFolder)
	{

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
	 * @param validation figures of the kept model on the validation side
	 * @param leak why the figures are too good, whole sentences; empty if nothing
	 *          that belongs together was divided
	 * @param failed images that could not be read
	 */
	public record Result(Path model, TrainingResult training,
			EvaluationResult validation, String leak, List<FailedSample> failed)
	{
	}

	private final Tools tools;
	private final TrainingListener listener;
	private final GroupQuestion question;
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
		this.tools = tools;
		this.listener = listener;
		this.question = question;
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
	 *           epoch was over, or did not want guessed groups; nothing is
	 *           written then
	 * @throws IOException if the model cannot be written
	 */
	public Result run(final Request request) throws IOException {
		ModelFileStore.requireWritable(request.model(), request.overwrite());
		try (OutputClaim claim = OutputClaim.of(request.model())) {
			return trainAlone(request);
		}
	}

	private Result trainAlone(final Request request) throws IOException {
		request.cacheFolder().ifPresent(ImageCache::requireWritable);
		// Before the images, which may take long to read.
		HeadStart.requireNoAdjustments(request.start(), request.network());
		final Architecture architecture = request.network().architecture();
		requireModel(request.start());
		final StartDecision start = new StartDecision(request, tools.engine(),
			progress);
		try (TrainingData data = new PrepareTrainingData(tools.reader(), question,
			progress).run(data(request, start)))
		{
			if (start.parent().isPresent()) return fromParent(request, data, start
				.parent().get());
			return train(request, data, run(request, data.sides(), data.spec(
				architecture)));
		}
	}

	private static void requireModel(final StartChoice start) {
		if (start.kind() == StartChoice.Kind.MODEL && !ShippedModel.isNamed(start
			.model())) ModelArchive.describe(start.model());
	}

	private PrepareTrainingData.DataRequest data(final Request request,
		final StartDecision start)
	{
		final SplitOptions division = request.division();
		final long seed = request.training().seed();
		return new PrepareTrainingData.DataRequest(request.images(), request
			.exclude(), request.planes(), division.groups(), division.allowLeak(),
			FormerSplit.of(division, request.model(), seed, progress), seed, start,
			request.cacheFolder());
	}

	private TrainingRun run(final Request request, final SplitImages sides,
		final NetworkSpec spec)
	{
		return new TrainingRun(spec, Start.SCRATCH, request.training(), sides
			.training(), sides.validation()).resolved(tools.engine(), progress);
	}

	private Result fromParent(final Request request, final TrainingData data,
		final Parent parent) throws IOException
	{
		final TrainFromParent training = new TrainFromParent(parent, data, request
			.start().unfreeze(), tools.engine(), new CacheNotices(listener, data
				.cache(), progress), progress);
		final TrainFromParent.Trained trained = training.train(request.training(),
			model -> ModelArchive.write(request.model(), saved(request, data, parent,
				model), tools.engine()));
		final Result result;
		try (Network network = tools.engine().load(trained.spec(), trained
			.weights()))
		{
			result = result(request, data, network, trained.settings().batchSize(),
				trained.result());
		}
		if (request.learnFrom() == LearnFrom.ALL) new FitToAll(tools.engine(), data,
			progress).replace(request.model(), saved(request, data, parent, trained),
				trained.result(), (all, none) -> training.again(trained, all, none));
		return result;
	}

	private SavedClassifier saved(final Request request, final TrainingData data,
		final Parent parent, final TrainFromParent.Trained trained)
	{
		return new SavedClassifier(new NewModelDescription(request, data, trained
			.spec(), trained.settings(), Optional.of(parent), tools.engine()
				.description()).ended(trained.result()), trained.weights());
	}

	private Result train(final Request request, final TrainingData data,
		final TrainingRun run) throws IOException
	{
		LayerTable.of(NetworkPlan.of(run.spec())).forEach(progress::message);
		final NewModelDescription description = new NewModelDescription(request,
			data, run.spec(), run.settings(), Optional.empty(), tools.engine()
				.description());
		final ModelFileStore store = new ModelFileStore(request.model(), tools
			.engine(), description::after);
		try (TrainedNetwork trained = run.train(tools.engine(), store,
			new CacheNotices(listener, data.cache(), progress), progress))
		{
			final TrainingResult result = trained.result();
			if (result.kept().epoch() == 0) throw new CanceledException();
			final SavedClassifier first = new SavedClassifier(description.ended(
				result), trained.network().weights());
			// until now it says that it was stopped
			ModelArchive.write(request.model(), first, tools.engine());
			progress.message("Training ended: " + result.stopReason().text() +
				"; the model of epoch " + result.kept().epoch() + " is kept, " + result
					.kept().reason() + ".");
			final Result ended = result(request, data, trained.network(), run
				.settings().batchSize(), result);
			if (request.learnFrom() == LearnFrom.ALL) new FitToAll(tools.engine(),
				data, progress).replace(request.model(), first, result, (all,
					none) -> again(run, result, all, none));
			return ended;
		}
	}

	/** The same run for as many epochs as were kept. */
	private Optional<Weights> again(final TrainingRun run,
		final TrainingResult first, final TrainingSet all, final ValidationSet none)
		throws IOException
	{
		final TrainingRun second = new TrainingRun(run.spec(), run.start(), run
			.settings().forEpochs(first.kept().epoch()), all, none);
		try (TrainedNetwork trained = second.train(tools.engine(), (weights,
			history) -> {
			throw new IllegalStateException("Nothing is better without validation");
		}, new TrainingListener() {}, progress)) {
			return trained.result().kept().epoch() == 0 ? Optional.empty() : Optional
				.of(trained.network().weights());
		}
	}

	private Result result(final Request request, final TrainingData data,
		final Network network, final int batchSize, final TrainingResult result)
	{
		final EvaluationResult validation = validation(new Classifier(
			new ClassLabels(data.labels()), data.preprocessing(), network, batchSize,
			null), data, request.planes());
		progress.message(besideGuessing(validation.figures()));
		return new Result(request.model(), result, validation, data.split().leak(),
			data.survey().failed());
	}

	private EvaluationResult validation(final Classifier classifier,
		final TrainingData data, final PlanePolicy planes)
	{
		return Predictions.of(classifier, data.sides().validation().samples(),
			StackNames.of(planes, data.survey().images().samples()), Progress.none())
			.result();
	}

	private static String besideGuessing(final Figures figures) {
		return String.format(Locale.ROOT,
			"Right on images not learned from: %.0f %%; guessing (always the most " +
				"frequent class): %.0f %%.", 100 * figures.accuracy(), 100 * figures
					.guessing());
	}
}
