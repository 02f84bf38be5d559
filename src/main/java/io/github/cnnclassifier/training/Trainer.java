
package io.github.cnnclassifier.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
import io.github.cnnclassifier.random.SeedTree;

/**
 * The training loop: epochs of shuffled batches, validation of the mean weights
 * after each, each better model saved at once, an end for a reason. Runs on the
 * caller's thread; a trainer is used once. It reads the training and the
 * validation side and has no way to the test side.
 */
final class Trainer {

	/** @param imagesPerSecond trained, validation not counted */
	private record Epoch(EpochFigures figures, double imagesPerSecond) {
	}

	private final TrainableNetwork network;
	private final InputShape shape;
	private final TrainingSettings settings;
	private final CheckpointStore store;
	private final TrainingListener listener;
	private final Progress progress;
	private final AverageWeights average = new AverageWeights();
	private final EpochPace pace = new EpochPace(System::nanoTime);

	/**
	 * @param network with fresh weights; stays the caller's to close
	 * @param shape of one input
	 * @param settings of the run, complete
	 * @param store receives each better model
	 * @param listener watches
	 * @param progress shows and cancels
	 * @throws IllegalArgumentException if the settings are not complete
	 */
	Trainer(final TrainableNetwork network, final InputShape shape,
		final TrainingSettings settings, final CheckpointStore store,
		final TrainingListener listener, final Progress progress)
	{
		if (!settings.isComplete()) throw new IllegalArgumentException(
			"Expected complete settings, got " + settings);
		this.network = network;
		this.shape = shape;
		this.settings = settings;
		this.store = store;
		this.listener = listener;
		this.progress = progress;
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
		final EarlyStopping stopping = new EarlyStopping(settings.patienceEpochs());
		final Validation measure = new Validation(validation, settings.batchSize());
		final List<EpochFigures> history = new ArrayList<>();
		Weights best = null;
		StopReason reason = StopReason.COMPLETED;
		final BatchLoader loader = new BatchLoader(training, shape, settings
			.batchSize(), classWeights, settings.augmentation(), new SeedTree(settings
				.seed()).child("training"));
		final long start = System.nanoTime();
		try {
			for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
				final Epoch ended = epoch(epoch, loader, measure, secondsSince(start));
				final EpochFigures figures = ended.figures();
				history.add(figures);
				final boolean better = stopping.isBetter(epoch, figures
					.validationLoss());
				if (better) {
					best = average.weights();
					store.save(best, List.copyOf(history));
				}
				listener.onEpoch(figures, better);
				progress.message(describe(ended, better) + TimeLeft.of(secondsSince(
					start), epoch, settings.epochs() - epoch));
				if (measure.hasImages() && stopping.shouldStop()) {
					reason = StopReason.NO_IMPROVEMENT;
					break;
				}
			}
		}
		catch (final CanceledException e) {
			reason = StopReason.CANCELED;
		}
		final KeptEpoch kept = KeptEpoch.of(reason, stopping.bestEpoch(), history
			.size(), validation.samples().size());
		if (kept.epoch() > 0) network.setWeights(kept.epoch() == stopping
			.bestEpoch() ? best : average.weights());
		return new TrainingResult(reason, kept, history);
	}

	private static double secondsSince(final long start) {
		return (System.nanoTime() - start) / 1e9;
	}

	/** @param before seconds that the epochs before took */
	private Epoch epoch(final int epoch, final BatchLoader loader,
		final Validation validation, final double before)
	{
		final long stepsPerEpoch = loader.batchesPerEpoch();
		final long totalSteps = stepsPerEpoch * settings.epochs();
		long step = stepsPerEpoch * (epoch - 1);
		double lossSum = 0;
		long images = 0;
		final long start = System.nanoTime();
		try (ReadAhead<Batch> batches = loader.epoch(epoch, progress)) {
			while (batches.hasNext()) {
				final Batch batch = batches.next();
				final double loss = network.trainOnBatch(batch.inputs(), batch.labels(),
					batch.weights(), batch.count(), rate(step, totalSteps));
				average.add(network.weights());
				if (!Double.isFinite(loss)) throw notFinite("training", epoch, loss);
				lossSum += loss * batch.count();
				images += batch.count();
				listener.onStep(step, totalSteps, loss);
				step++;
				if (epoch == 1) pace.stepped(stepsPerEpoch, settings.epochs())
					.ifPresent(progress::message);
				progress.update((double) step / totalSteps, String.format(Locale.ROOT,
					"Epoch %d of %d, loss %.3f", epoch, settings.epochs(), loss) +
					(epoch == 1 ? "" : TimeLeft.of(before, epoch - 1,
						(double) (totalSteps - step) / stepsPerEpoch)));
			}
		}
		final double seconds = secondsSince(start);
		final Validation.Figures validated = validated(validation);
		if (validation.hasImages() && !Double.isFinite(validated.loss()))
			throw notFinite("validation", epoch, validated.loss());
		return new Epoch(new EpochFigures(epoch, lossSum / images, validated.loss(),
			validated.accuracy(), rate(step - 1, totalSteps)), images / seconds);
	}

	/** Of the mean weights; training goes on with its own. */
	private Validation.Figures validated(final Validation validation) {
		final NetworkState training = network.state();
		network.setWeights(average.weights());
		final Validation.Figures figures = validation.measure(network, progress);
		network.setState(training);
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
			settings.learningRate(), settings.learningRate() / 10, epoch > 1
				? "The best model so far is kept." : "No model was saved."));
	}

	private static String describe(final Epoch epoch, final boolean better) {
		final EpochFigures f = epoch.figures();
		final String validated = Double.isNaN(f.validationLoss()) ? "" : String
			.format(Locale.ROOT, "validation loss %.4f, validation accuracy %.4f, ", f
				.validationLoss(), f.validationAccuracy());
		return String.format(Locale.ROOT,
			"epoch %d: training loss %.4f, %s%.0f images/s%s", f.epoch(), f
				.trainingLoss(), validated, epoch.imagesPerSecond(), better
					? ", best so far, saved" : "");
	}
}
