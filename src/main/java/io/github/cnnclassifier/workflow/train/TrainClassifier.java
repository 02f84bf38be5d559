
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ModelFileStore;
import io.github.cnnclassifier.dataset.prepare.ChosenPreprocessing;
import io.github.cnnclassifier.dataset.prepare.ImageCache;
import io.github.cnnclassifier.dataset.prepare.PreprocessingDefaults;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.prepare.SplitImages;
import io.github.cnnclassifier.dataset.prepare.TrainingStatistics;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.engine.MemoryPlan;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.FreeHeap;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.Architectures;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.storage.OutputClaim;
import io.github.cnnclassifier.training.ClassWeights;
import io.github.cnnclassifier.training.Trainer;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingResult;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.FoundImages;
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
	 * @param network name of a preset or a JSON file
	 * @param training how to train
	 * @param model the file to write
	 * @param overwrite whether an existing file may be replaced
	 * @param cacheFolder for resized images that the memory cannot hold; empty
	 *          for Java's folder for temporary files
	 */
	public record Request(Path images, Set<String> exclude, SplitOptions division,
			PreprocessingOptions input, PlanePolicy planes, String network,
			TrainingWishes training, Path model, boolean overwrite,
			Optional<Path> cacheFolder)
	{
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
		final Architecture architecture = Architectures.resolve(request.network());
		final LabeledImages images = LabeledImages.open(request.images(), tools
			.reader(), request.exclude(), request.planes());
		FoundImages.tell(images, progress);
		final Grouping wished = request.division().groups().apply(images);
		progress.message((wished.isDoubtful() ? "Warning: " : "") + wished
			.statement());
		final Survey survey = Survey.of(images, progress);
		final SplitDecision.Divided divided = new SplitDecision(request, question,
			progress).of(survey, wished);
		final Split split = divided.split();
		final List<SurveyedSample> chosenOn = new ArrayList<>(split.select(survey
			.samples(), Side.TRAINING));
		chosenOn.addAll(split.select(survey.samples(), Side.VALIDATION));
		final ChosenPreprocessing chosen = PreprocessingDefaults.choose(chosenOn,
			request.input());
		chosen.reasons().forEach(progress::message);
		final Preprocessing preprocessing = TrainingStatistics.complete(chosen
			.preprocessing(), split.select(survey.samples(), Side.TRAINING),
			progress);
		try (ImageCache cache = ImageCache.open(FreeHeap.bytes() / 2, request
			.cacheFolder().orElse(null), progress))
		{
			final SplitImages sides = SplitImages.of(survey, split, preprocessing,
				cache);
			return train(request, architecture, new TrainingData(survey, divided
				.grouping(), split, preprocessing, sides), new CacheNotices(listener,
					cache, progress));
		}
	}

	private Result train(final Request request, final Architecture architecture,
		final TrainingData data, final TrainingListener watcher) throws IOException
	{
		final NetworkSpec spec = new NetworkSpec(architecture, shape(data), data
			.labels().size());
		final NetworkPlan plan = NetworkPlan.of(spec);
		final SampleList training = data.sides().training().samples();
		final int wished = request.training().batchSizeFor(training.size());
		final TrainingOptions options = options(request.training().settings(training
			.size(), wished));
		final int batchSize = MemoryPlan.trainingBatch(tools.engine(), spec,
			options, wished);
		if (batchSize < wished) progress.message(
			"The batch was made smaller to fit the memory: " + batchSize +
				" instead of " + wished + " images.");
		final TrainingSettings settings = request.training().settings(training
			.size(), batchSize);
		final ClassWeights weights = ClassWeights.balancing(data.sides().labels(),
			training.classCounts());
		weights.statement().ifPresent(progress::message);
		progress.message("Training " + spec.architecture().name() + ", " + plan
			.parameterCount() + " weights, on " + training.size() + " images for " +
			settings.epochs() + (settings.epochs() == 1 ? " epoch" : " epochs") +
			" in batches of " + batchSize + "; " + data.sides().validation().samples()
				.size() + " images validate.");
		final NewModelDescription description = new NewModelDescription(request,
			data, spec, settings, tools.engine().description());
		final ModelFileStore store = new ModelFileStore(request.model(), tools
			.engine(), description::after);
		try (TrainableNetwork network = tools.engine().create(spec, options)) {
			final TrainingResult result = new Trainer(network, spec.input(), settings,
				store, watcher, progress).train(data.sides().training(), data.sides()
					.validation(), weights);
			if (result.bestEpoch() == 0) throw new CanceledException();
			// until now it says that it was stopped
			ModelArchive.write(request.model(), new SavedClassifier(description.ended(
				result), network.weights()), tools.engine());
			progress.message("Training ended: " + result.stopReason().text() +
				"; the model of epoch " + result.bestEpoch() + " is kept.");
			final EvaluationResult validation = validation(new Classifier(
				new ClassLabels(data.labels()), data.preprocessing(), network,
				batchSize, null), data, request.planes());
			progress.message(besideGuessing(validation.figures()));
			return new Result(request.model(), result, validation, data.split()
				.leak(), data.survey().failed());
		}
	}

	private static TrainingOptions options(final TrainingSettings settings) {
		return new TrainingOptions(new SeedTree(settings.seed()).child("network")
			.seed(), new AdamW(settings.weightDecay()), settings.exact());
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

	private static InputShape shape(final TrainingData data) {
		return new InputShape(data.preprocessing().channels(), data.preprocessing()
			.height(), data.preprocessing().width());
	}
}
