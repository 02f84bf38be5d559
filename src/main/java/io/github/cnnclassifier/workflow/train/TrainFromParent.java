
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.Continuation;
import io.github.cnnclassifier.training.EpochFacts;
import io.github.cnnclassifier.training.KeptEpoch;
import io.github.cnnclassifier.training.Start;
import io.github.cnnclassifier.training.StopReason;
import io.github.cnnclassifier.training.TrainedNetwork;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingResult;
import io.github.cnnclassifier.training.TrainingRun;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.transfer.HeadTraining;
import io.github.cnnclassifier.transfer.Parent;
import io.github.cnnclassifier.transfer.Transfer;
import io.github.cnnclassifier.workflow.Predictions;
import io.github.cnnclassifier.workflow.StackNames;

/**
 * Trains with a head start: first the last layer alone, which takes seconds and
 * is a model already; then, where that helps, all layers.
 */
final class TrainFromParent implements Learning {

	/** Nobody looks. */
	static final TrainingListener UNWATCHED = new TrainingListener() {};

	/**
	 * Of training images that all layers see, about. Half of it was worse, and so
	 * was a quarter of the learning rate: see docs/head-start.md.
	 */
	private static final int IMAGES_SEEN = 24_000;
	private static final int FEWEST_EPOCHS = 8;
	private static final int MOST_EPOCHS = 120;

	private final Parent parent;
	private final TrainingData data;
	private final Unfreeze unfreeze;
	private final Engine engine;
	private final TrainingListener listener;
	private final Progress progress;

	TrainFromParent(final Parent parent, final TrainingData data,
		final Unfreeze unfreeze, final Engine engine,
		final TrainingListener listener, final Progress progress)
	{
		this.parent = parent;
		this.data = data;
		this.unfreeze = unfreeze;
		this.engine = engine;
		this.listener = listener;
		this.progress = progress;
	}

	@Override
	public NetworkSpec spec() {
		return transfer().spec();
	}

	/**
	 * The keeper gets the model with a new head at once, and what is kept in the
	 * end. The head is fitted again when the training goes on from an earlier
	 * one; what goes on is that of all layers, and what these have learned until
	 * then is not replaced by the head alone.
	 */
	@Override
	public Trained train(final TrainingSettings wished, final Beginning beginning,
		final Keeper keeper) throws IOException
	{
		final TrainingSet training = data.sides().training();
		final ValidationSet validation = data.sides().validation();
		final Transfer transfer = transfer();
		final TrainingRun run = run(transfer, wished);
		final HeadTraining.Result head = head(transfer, run.settings());
		listener.onEpoch(EpochFacts.ofHead(head.figures(), head.answers()));
		final Trained headOnly = new Trained(transfer.spec(), head.weights(), run
			.settings(), new TrainingResult(StopReason.COMPLETED, new KeptEpoch(1,
				"a new last layer for the layers of '" + parent.name() + "'"), List.of(
					head.figures())));
		if (unfreeze == Unfreeze.HEAD) {
			keeper.keep(headOnly);
			return headOnly;
		}
		final Continuation continuation = beginning.of(mixing().spec());
		if (!hasEpochs(continuation)) keeper.keep(headOnly);
		final Trained all = fineTuned(headOnly, head, longEnough(wished, run),
			"The model with a new last layer is kept.", continuation, training,
			validation);
		final Trained kept = isKept(all, head) ? all : endedAs(all, headOnly);
		keeper.keep(kept);
		return kept;
	}

	private static boolean hasEpochs(final Continuation continuation) {
		return continuation.from().filter(state -> !state.history().isEmpty())
			.isPresent();
	}

	/** Who was stopped while all layers learned can go on. */
	private static Trained endedAs(final Trained all, final Trained headOnly) {
		final TrainingResult head = headOnly.result();
		return all.result().stopReason() != StopReason.CANCELED ? headOnly
			: new Trained(headOnly.spec(), headOnly.weights(), headOnly.settings(),
				new TrainingResult(StopReason.CANCELED, head.kept(), head.history()));
	}

	private static TrainingSettings longEnough(final TrainingSettings wished,
		final TrainingRun run)
	{
		final TrainingSettings settings = run.settings();
		if (wished.epochs() != TrainingSettings.AUTOMATIC) return settings;
		final TrainingSettings whole = settings.forEpochs(epochs(wished, run
			.training().samples().size()));
		return wished.patienceEpochs() == TrainingSettings.AUTOMATIC ? whole : whole
			.withPatience(wished.patienceEpochs());
	}

	/**
	 * @param wished may leave the length to choose
	 * @param images on the training side, at least 1
	 * @return how long all layers are trained
	 */
	static int epochs(final TrainingSettings wished, final int images) {
		return wished.epochs() != TrainingSettings.AUTOMATIC ? wished.epochs()
			: Math.max(FEWEST_EPOCHS, Math.min(MOST_EPOCHS, IMAGES_SEEN / images));
	}

	@Override
	public Optional<Weights> again(final Trained first, final Beginning beginning,
		final TrainingSet all, final ValidationSet none) throws IOException
	{
		final Transfer transfer = transfer();
		final HeadTraining.Result head = headTraining(transfer, first.settings())
			.train(all, none);
		final int epochs = first.result().kept().epoch() - 1;
		if (epochs == 0) return Optional.of(head.weights());
		final Trained second = fineTuned(first, head, first.settings().forEpochs(
			epochs), "The model of the first run is kept.", beginning.of(mixing()
				.spec()), all, none);
		return second.result().kept().epoch() == 0 ? Optional.empty() : Optional.of(
			second.weights());
	}

	/**
	 * Fits the last layer as a training would, and leaves the training of all
	 * layers to the caller.
	 *
	 * @param wished settings, may leave lengths and augmentation to choose
	 * @return the run of all layers, with complete settings
	 */
	TrainingRun ofAllLayers(final TrainingSettings wished) {
		final TrainingSet training = data.sides().training();
		final ValidationSet validation = data.sides().validation();
		final Transfer transfer = transfer();
		final TrainingRun run = run(transfer, wished);
		return ofAllLayers(head(transfer, run.settings()), longEnough(wished, run),
			training, validation);
	}

	private HeadTraining.Result head(final Transfer transfer,
		final TrainingSettings settings)
	{
		return data.heads().of(parent, settings, () -> headTraining(transfer,
			settings).train(data.sides().training(), data.sides().validation()),
			progress);
	}

	private HeadTraining headTraining(final Transfer transfer,
		final TrainingSettings settings)
	{
		return new HeadTraining(transfer, settings, engine, data.features().of(
			parent, data.preprocessing()), progress);
	}

	private TrainingRun run(final Transfer transfer,
		final TrainingSettings wished)
	{
		return new TrainingRun(transfer.spec(), new Start(Optional.of(transfer
			.weights()), transfer.inherited()), wished, data.sides().training(), data
				.sides().validation()).resolved(engine, progress);
	}

	private TrainingRun ofAllLayers(final HeadTraining.Result head,
		final TrainingSettings settings, final TrainingSet training,
		final ValidationSet validation)
	{
		final Transfer mixing = mixing();
		return new TrainingRun(mixing.spec(), new Start(Optional.of(mixing
			.withHeadOf(head.weights())), Set.of()), settings, training, validation);
	}

	private Transfer transfer() {
		return Transfer.of(parent, data.input(), data.labels().size());
	}

	private Transfer mixing() {
		return Transfer.mixing(parent, data.input(), data.labels().size());
	}

	/** @param kept what there is if this fails, a whole sentence */
	private Trained fineTuned(final Trained headOnly,
		final HeadTraining.Result head, final TrainingSettings settings,
		final String kept, final Continuation continuation,
		final TrainingSet training, final ValidationSet validation)
		throws IOException
	{
		final TrainingRun fine = ofAllLayers(head, settings, training, validation);
		try (TrainedNetwork trained = fine.train(engine, new KeptModel(kept),
			continuation, listener, progress))
		{
			return new Trained(fine.spec(), trained.network().weights(), trained
				.settings(), after(headOnly.result().history().get(0), trained
					.result()));
		}
	}

	/** The head counts as the first epoch. */
	private static TrainingResult after(final EpochFigures head,
		final TrainingResult result)
	{
		final List<EpochFigures> history = new ArrayList<>(List.of(head));
		for (final EpochFigures f : result.history())
			history.add(new EpochFigures(f.epoch() + 1, f.trainingLoss(), f
				.validationLoss(), f.validationAccuracy(), f.learningRate()));
		final int epoch = result.kept().epoch();
		return new TrainingResult(result.stopReason(), new KeptEpoch(epoch == 0 ? 0
			: epoch + 1, result.kept().reason()), history);
	}

	/** All layers, unless the validation images speak clearly against it. */
	private boolean isKept(final Trained fineTuned,
		final HeadTraining.Result head)
	{
		if (fineTuned.result().kept().epoch() == 0) return false;
		// nothing speaks against it
		if (head.answers().isEmpty()) return true;
		final HeadOrAll compared = HeadOrAll.of(head.answers().get(), answers(
			fineTuned), fineTuned.settings().bestBy(), data.split());
		progress.message(compared.statement(unfreeze));
		return compared.keepsAll(unfreeze);
	}

	/** Not asked for cancellation: what was stopped is judged, too. */
	private List<LabeledPrediction> answers(final Trained trained) {
		try (Classifier classifier = new Classifier(new ClassLabels(data.labels()),
			data.preprocessing(), engine.load(trained.spec(), trained.weights()),
			trained.settings().batchSize(), null))
		{
			return Predictions.of(classifier, data.sides().validation().samples(),
				StackNames.NONE, Progress.none()).result().predictions();
		}
	}
}
