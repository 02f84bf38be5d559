
package io.github.cnnclassifier.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.engine.NetworkState;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;

/**
 * The training loop: epochs of shuffled batches, validation of the mean weights
 * after each, each better model saved at once, an end for a reason. Runs on the
 * caller's thread; a trainer is used once. It reads the training and the
 * validation side and has no way to the test side.
 */
final class Trainer {

	/**
	 * @param validated more than is kept of it in the figures
	 * @param imagesPerSecond trained, validation not counted
	 * @param mean of the weights, which was validated
	 * @param network as it learns on
	 */
	private record Epoch(EpochFigures figures, Validation.Figures validated,
			double imagesPerSecond, Weights mean, NetworkState network)
	{
	}

	private final TrainableNetwork network;
	private final InputShape shape;
	private final TrainingSettings settings;
	private final CheckpointStore store;
	private final StateKeeper states;
	private final TrainingListener listener;
	private final Progress progress;
	private final AverageWeights average = new AverageWeights();
	private final EarlyStopping stopping;
	private final List<EpochFigures> history = new ArrayList<>();
	private final EpochPace firstSteps = new EpochPace(this::nanosAtWork);
	private Weights best;

	/**
	 * @param network with fresh weights; stays the caller's to close
	 * @param shape of one input
	 * @param settings of the run, complete
	 * @param store receives each better model
	 * @param states receives the state before the first epoch and after each
	 * @param listener watches
	 * @param progress shows and cancels
	 * @throws IllegalArgumentException if the settings are not complete
	 */
	Trainer(final TrainableNetwork network, final InputShape shape,
		final TrainingSettings settings, final CheckpointStore store,
		final StateKeeper states, final TrainingListener listener,
		final Progress progress)
	{
		if (!settings.isComplete()) throw new IllegalArgumentException(
			"Expected complete settings, got " + settings);
		this.network = network;
		this.shape = shape;
		this.settings = settings;
		this.store = store;
		this.states = states;
		this.listener = listener;
		this.progress = progress;
		this.stopping = new EarlyStopping(settings.patienceEpochs());
	}

	/**
	 * Before the training, to go on where another one was.
	 *
	 * @param state of a run with these settings but for the batch size and the
	 *          number of epochs
	 */
	void restore(final TrainingState state) {
		network.setState(state.network());
		average.restore(state.mean(), state.meanSteps());
		best = state.best().weights().orElse(null);
		history.addAll(state.history());
		stopping.restore(state.best().epoch(), state.best().measure(), history
			.size());
	}

	/**
	 * Trains.
	 *
	 * @param training the images to learn from
	 * @param validation the images that tell which epochs are better; with none,
	 *          nothing goes into the store
	 * @param classWeights of the loss
	 * @return how it ended; the network then has the weights of the kept epoch
	 * @throws UserFailure if the loss stops being a number, or an image can no
	 *           longer be read; the best model so far stays in the store
	 * @throws IOException if the model cannot be saved
	 */
	TrainingResult train(final TrainingSet training,
		final ValidationSet validation, final ClassWeights classWeights)
		throws IOException
	{
		final Validation measure = new Validation(validation, shape, settings
			.batchSize());
		final BatchLoader loader = new BatchLoader(training, shape, settings,
			classWeights);
		states.begin(state(average.steps() == 0 ? network.weights() : average
			.weights(), network.state()));
		StopReason reason;
		try {
			reason = epochs(loader, measure);
		}
		catch (final CanceledException e) {
			reason = StopReason.CANCELED;
		}
		states.end();
		final KeptEpoch kept = KeptEpoch.of(reason, stopping.bestEpoch(), settings
			.bestBy(), history.size(), validation.samples().size());
		if (kept.epoch() > 0) network.setWeights(kept.epoch() == stopping
			.bestEpoch() ? best : average.weights());
		return new TrainingResult(reason, kept, history);
	}

	/** @return why there are no more */
	private StopReason epochs(final BatchLoader loader, final Validation measure)
		throws IOException
	{
		final int before = history.size();
		final long start = nanosAtWork();
		for (int epoch = before + 1;; epoch++) {
			if (measure.hasImages() && stopping.shouldStop())
				return StopReason.NO_IMPROVEMENT;
			if (epoch > settings.epochs()) return StopReason.COMPLETED;
			final Epoch ended = epoch(epoch, loader, measure, new Pace(secondsSince(
				start), epoch - before - 1));
			final EpochFigures figures = ended.figures();
			history.add(figures);
			final boolean better = stopping.isBetter(epoch, settings.bestBy().cost(
				ended.validated()));
			if (better) {
				best = ended.mean();
				store.save(best, List.copyOf(history));
			}
			states.add(state(ended.mean(), ended.network()));
			final Pace pace = new Pace(secondsSince(start), epoch - before);
			listener.onEpoch(new EpochFacts(figures, better, settings.epochs(), pace
				.secondsFor(settings.epochs() - epoch), ended.validated().answers()));
			progress.message(describe(ended, settings.bestBy(), better) + pace.left(
				settings.epochs() - epoch));
		}
	}

	/** @param mean of the weights now */
	private TrainingState state(final Weights mean, final NetworkState now) {
		return new TrainingState(settings, now, mean, average.steps(),
			new TrainingState.Best(stopping.bestEpoch(), stopping.lowestCost(),
				Optional.ofNullable(best)), history);
	}

	/**
	 * @param seconds that the finished epochs of this trainer took
	 * @param done how many these are
	 */
	private record Pace(double seconds, int done) {

		String left(final double epochs) {
			return done == 0 ? "" : TimeLeft.of(seconds, done, epochs);
		}

		OptionalDouble secondsFor(final int epochs) {
			return done == 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds /
				done * epochs);
		}
	}

	/** A pause tells nothing of how long epochs take. */
	private long nanosAtWork() {
		return System.nanoTime() - progress.pause().nanos();
	}

	/** @param start by the same clock */
	private double secondsSince(final long start) {
		return (nanosAtWork() - start) / 1e9;
	}

	/** @param pace of the epochs before */
	private Epoch epoch(final int epoch, final BatchLoader loader,
		final Validation validation, final Pace pace)
	{
		final long stepsPerEpoch = loader.batchesPerEpoch();
		final long totalSteps = stepsPerEpoch * settings.epochs();
		long step = stepsPerEpoch * (epoch - 1);
		double applied = 0;
		double lossSum = 0;
		long images = 0;
		final long start = nanosAtWork();
		try (ReadAhead<Batch> batches = loader.epoch(epoch, progress)) {
			while (batches.hasNext()) {
				final Batch batch = batches.next();
				applied = rate(step, totalSteps);
				final double loss = batch.train(network, applied);
				average.add(network.weights());
				if (!Double.isFinite(loss)) throw notFinite("training", epoch, loss);
				lossSum += loss * batch.count();
				images += batch.count();
				listener.onStep(step, totalSteps, loss);
				step++;
				if (pace.done() == 0) firstSteps.stepped(stepsPerEpoch, settings
					.epochs() - epoch + 1).ifPresent(progress::message);
				progress.update((double) step / totalSteps, String.format(Locale.ROOT,
					"Epoch %d of %d, loss %.3f", epoch, settings.epochs(), loss) + pace
						.left((double) (totalSteps - step) / stepsPerEpoch));
			}
		}
		final double seconds = secondsSince(start);
		final NetworkState trained = network.state();
		final Weights mean = average.weights();
		final Validation.Figures validated = validated(validation, mean, trained);
		if (validation.hasImages() && !Double.isFinite(validated.loss()))
			throw notFinite("validation", epoch, validated.loss());
		return new Epoch(new EpochFigures(epoch, lossSum / images, validated.loss(),
			validated.accuracy(), applied), validated, images / seconds, mean,
			trained);
	}

	/** Of the mean weights; training goes on with its own. */
	private Validation.Figures validated(final Validation validation,
		final Weights mean, final NetworkState trained)
	{
		network.setWeights(mean);
		final Validation.Figures figures = validation.measure(network, progress);
		network.setState(trained);
		return figures;
	}

	private double rate(final long step, final long totalSteps) {
		return settings.schedule().rate(step, totalSteps, settings.learningRate());
	}

	private UserFailure notFinite(final String kind, final int epoch,
		final double loss)
	{
		return new UserFailure(String.format(Locale.ROOT,
			"Expected a finite %s loss, got %s in epoch %d. The learning rate of %s " +
				"is probably too high: try learningRate=%.2g. %s", kind, loss, epoch,
			settings.learningRate(), settings.learningRate() / 10, store.kept(
				best != null)));
	}

	private static String describe(final Epoch epoch, final BestBy by,
		final boolean better)
	{
		final EpochFigures f = epoch.figures();
		final String validated = Double.isNaN(f.validationLoss()) ? "" : String
			.format(Locale.ROOT, "validation loss %.4f, validation accuracy %.4f, ", f
				.validationLoss(), f.validationAccuracy());
		final boolean other = by != BestBy.LOSS && by != BestBy.ACCURACY &&
			!validated.isEmpty();
		return String.format(Locale.ROOT,
			"epoch %d: training loss %.4f, %s%slearning rate %.3g, %.0f images/s%s", f
				.epoch(), f.trainingLoss(), validated, other ? String.format(
					Locale.ROOT, "validation %s %.4f, ", by.label(), -by.cost(epoch
						.validated())) : "", f.learningRate(), epoch.imagesPerSecond(),
			better ? ", best so far" : "");
	}
}
