
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.dataset.prepare.ImageCache;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.ForwardingProgress;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.Sha256;
import io.github.cnnclassifier.training.StopReason;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingResult;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.transfer.Parent;
import io.github.cnnclassifier.transfer.Transfer;
import io.github.cnnclassifier.workflow.Predictions;
import io.github.cnnclassifier.workflow.StackNames;
import io.github.cnnclassifier.workflow.Tools;

/**
 * Many trainings on the same sides of the same images, each as
 * {@link TrainClassifier} would make it, but without a model file. Images are
 * read and divided once, resized once for each size, and each is judged by the
 * validation side. Nothing here asks for the test side.
 * <p>
 * Not thread-safe. Whoever makes it closes it.
 */
public final class ValidatedTraining implements AutoCloseable {

	/**
	 * What is asked for of the images.
	 *
	 * @param images labeled images
	 * @param exclude classes to leave out
	 * @param division how to divide the images into sides
	 * @param planes what becomes of stacks; not the current plane
	 * @param seed of the split
	 * @param model whose split is kept if it exists, as by a training that
	 *          replaces it; empty for none
	 * @param cacheFolder for resized images that the memory cannot hold
	 * @param corrections whether a list of corrections beside the images counts
	 */
	public record Images(Path images, Set<String> exclude, SplitOptions division,
			PlanePolicy planes, long seed, Optional<Path> model,
			Optional<Path> cacheFolder, CorrectionUse corrections)
	{

		/** With the corrections that there are. */
		public Images(final Path images, final Set<String> exclude,
			final SplitOptions division, final PlanePolicy planes, final long seed,
			final Optional<Path> model, final Optional<Path> cacheFolder)
		{
			this(images, exclude, division, planes, seed, model, cacheFolder,
				CorrectionUse.USE);
		}
	}

	/**
	 * A training and its figures.
	 *
	 * @param result how it went
	 * @param validation of the kept network
	 */
	public record Validated(TrainingResult result, EvaluationResult validation) {

		/** @return whether it went to its end */
		public boolean isWhole() {
			return result.stopReason() != StopReason.CANCELED;
		}
	}

	/** Backward and forward, of all layers, beside forward alone. */
	private static final double WORK_OF_A_STEP = 3;
	/** Views of an image for a new last layer, about. */
	private static final double VIEWS = 4;

	private record StartKey(StartChoice start, boolean anyNetwork) {
	}

	/** What is chosen for a training that may never be made is told to nobody. */
	private static final class Silent extends ForwardingProgress {

		Silent(final Progress target) {
			super(target);
		}

		@Override
		public void message(final String line) {
			// see above
		}
	}

	private final Tools tools;
	private final PlanePolicy planes;
	private final TrainingData data;
	private final Map<PreprocessingOptions, TrainingData> prepared =
		new HashMap<>();
	private final Map<StartKey, HeadStart> starts = new HashMap<>();

	private ValidatedTraining(final Tools tools, final PlanePolicy planes,
		final TrainingData data)
	{
		this.tools = tools;
		this.planes = planes;
		this.data = data;
	}

	/**
	 * Reads every image once.
	 *
	 * @param tools of the host
	 * @param question asked once, and only if groups were guessed
	 * @param images what is asked for of the images
	 * @param recipe of the training that is made first, whose inputs are prepared
	 * @param progress shows and cancels
	 * @return ready to train
	 * @throws UserFailure if the images do not allow it
	 * @throws CanceledException if the user stopped
	 */
	public static ValidatedTraining of(final Tools tools,
		final GroupQuestion question, final Images images, final Recipe recipe,
		final Progress progress)
	{
		images.cacheFolder().ifPresent(ImageCache::requireWritable);
		// before the images, which may take long to read
		recipe.network().architecture();
		requireStart(recipe);
		final SplitOptions division = images.division();
		final PrepareTrainingData.DataRequest request =
			new PrepareTrainingData.DataRequest(images.images(), images.exclude(),
				images.planes(), division.groups(), division.allowLeak(), division
					.fractions(), former(images, progress), images.seed(),
				new StartDecision(recipe.start(), recipe.network(), recipe.input(),
					tools.engine(), progress), images.cacheFolder(), images
						.corrections());
		return new ValidatedTraining(tools, images.planes(),
			new PrepareTrainingData(tools.reader(), question, progress).run(request));
	}

	/**
	 * Before the images, which may take long to read.
	 *
	 * @param recipe of a training
	 * @throws UserFailure if it can start from nowhere: the model cannot be used,
	 *           or layers are to be adjusted that it has learned
	 */
	public static void requireStart(final Recipe recipe) {
		StartDecision.requireModel(recipe.start());
		HeadStart.requireNoAdjustments(recipe.start(), recipe.network());
	}

	private static Optional<FormerSplit> former(final Images images,
		final Progress progress)
	{
		if (images.model().isEmpty() && images.division().splitFrom().isEmpty())
			return Optional.empty();
		return FormerSplit.of(images.division(), images.model().orElse(Path.of("")),
			images.seed(), progress);
	}

	/**
	 * @return 64 hex digits that tell these images, their labels and their sides
	 *         from others
	 */
	public String fingerprint() {
		final MessageDigest digest = Sha256.digest();
		digest.update(data.survey().fingerprint().getBytes(StandardCharsets.UTF_8));
		for (final Side side : List.of(Side.TRAINING, Side.VALIDATION))
			digest.update((side.label() + data.split().hashes().getOrDefault(side,
				List.of())).getBytes(StandardCharsets.UTF_8));
		return Sha256.hex(digest);
	}

	/**
	 * @return the rule by which the images were grouped, see
	 *         {@link io.github.cnnclassifier.dataset.split.Grouping#rule}
	 */
	public String groups() {
		return data.grouping().rule();
	}

	/**
	 * @return why figures are too good, whole sentences; empty if they are not
	 */
	public String leak() {
		return data.split().leak();
	}

	/** @return images that could not be read */
	public List<FailedSample> failed() {
		return data.survey().failed();
	}

	/** @return how many images judge */
	public int validationImages() {
		return data.sides().validation().samples().size();
	}

	/**
	 * @return for each class the groups of the images that judge, in the order in
	 *         which they are judged: an empty name for one that stands alone; a
	 *         stack that gets one answer counts once
	 */
	public Map<String, List<String>> validationGroups() {
		final StackNames stacks = StackNames.of(planes, data.survey().images()
			.samples());
		final Map<String, List<String>> groups = new HashMap<>();
		String last = null;
		for (final SurveyedSample surveyed : data.split().select(data.survey()
			.samples(), Side.VALIDATION))
		{
			final Sample sample = surveyed.sample();
			final String stack = stacks.of(sample.name());
			final String group = data.grouping().groupOf(sample);
			if (stack == null || !stack.equals(last)) groups.computeIfAbsent(sample
				.label(), unused -> new ArrayList<>()).add(group == null ? "" : group);
			last = stack;
		}
		return groups;
	}

	private int trainingImages() {
		return data.sides().training().samples().size();
	}

	/**
	 * @param recipe of a training
	 * @param share of its length, above 0, at most 1
	 * @param progress shows and cancels, where inputs of this size are not ready
	 * @return about how much work it is, beside others; 0 if it is impossible
	 * @throws CanceledException if the user stopped
	 */
	public double work(final Recipe recipe, final double share,
		final Progress progress)
	{
		try {
			final Optional<Parent> parent = start(recipe).parent();
			final TrainingData inputs = inputs(recipe, new Silent(progress));
			// a new last layer alone needs no epochs
			final double epochs = parent.isPresent() && recipe.start()
				.unfreeze() == Unfreeze.HEAD ? 0 : share * wholeEpochs(recipe
					.training(), parent);
			final NetworkSpec spec = parent.isPresent() ? Transfer.mixing(parent
				.get(), inputs.input(), inputs.labels().size()).spec() : inputs.spec(
					recipe.network().architecture());
			return (WORK_OF_A_STEP * epochs + (parent.isPresent() ? VIEWS : 0)) *
				trainingImages() * NetworkPlan.of(spec).multiplyAdds();
		}
		catch (final UserFailure e) {
			// told when it is trained
			return 0;
		}
	}

	/**
	 * Trains.
	 *
	 * @param recipe with the seed of the training
	 * @param share of its length, above 0, at most 1
	 * @param listener watches
	 * @param progress shows, and stops it
	 * @return what came of it; also if it was stopped after the first epoch
	 * @throws UserFailure if that cannot be trained
	 * @throws CanceledException if it was stopped before
	 * @throws IOException if the disk fails
	 */
	public Validated train(final Recipe recipe, final double share,
		final TrainingListener listener, final Progress progress) throws IOException
	{
		HeadStart.requireNoAdjustments(recipe.start(), recipe.network());
		final HeadStart start = start(recipe);
		progress.message(start.reason());
		final TrainingData inputs = inputs(recipe, progress);
		try (TrainedClassifier trained = new TrainOnData(tools.engine(), inputs,
			start.parent()).train(recipe.network().architecture(), recipe.start()
				.unfreeze(), shortened(recipe.training(), start.parent(), share),
				listener, progress))
		{
			if (trained.result().kept().epoch() == 0) throw new CanceledException();
			// not asked for cancellation: what was stopped is judged, too
			return new Validated(trained.result(), Predictions.of(trained
				.classifier(), inputs.sides().validation().samples(), StackNames.of(
					planes, data.survey().images().samples()), Progress.none()).result());
		}
	}

	private HeadStart start(final Recipe recipe) {
		// the network decides only whether it is the usual one
		final boolean any = !recipe.network().equals(NetworkChoice.DEFAULT);
		return starts.computeIfAbsent(new StartKey(recipe.start(), any),
			key -> HeadStart.of(recipe.start(), recipe.network(), data.known(), tools
				.engine()));
	}

	private TrainingData inputs(final Recipe recipe, final Progress progress) {
		return prepared.computeIfAbsent(start(recipe).completed(recipe.input()),
			options -> data.preparedBy(options, progress));
	}

	/** A whole training is left as it was asked for. */
	private TrainingSettings shortened(final TrainingSettings wished,
		final Optional<Parent> parent, final double share)
	{
		return share == 1 ? wished : wished.lasting((int) Math.max(1, Math.round(
			share * wholeEpochs(wished, parent))));
	}

	private int wholeEpochs(final TrainingSettings wished,
		final Optional<Parent> parent)
	{
		return parent.isPresent() ? TrainFromParent.epochs(wished, trainingImages())
			: wished.resolved(trainingImages()).epochs();
	}

	@Override
	public void close() {
		data.close();
	}
}
