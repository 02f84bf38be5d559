
package io.github.cnnclassifier.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.cnnclassifier.dataset.prepare.SplitImages;
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
 * The training loop: epochs of shuffled batches, validation after each, the
 * best model saved at once, an end for a reason. Runs on the caller's thread; a
 * trainer is used once. It reads the training and the validation side and has
 * no way to the test side.
 */
public final class Trainer {

	private final TrainableNetwork network;
	private final InputShape shape;
	private final TrainingSettings settings;
	private final CheckpointStore store;
	private final TrainingListener listener;
	private final Progress progress;

	/**
	 * @param network with fresh weights; stays the caller's to close
	 * @param shape of one input
	 * @param settings of the run
	 * @param store receives each better model
	 * @param listener watches
	 * @param progress shows and cancels
	 */
	public Trainer(final TrainableNetwork network, final InputShape shape,
		final TrainingSettings settings, final CheckpointStore store,
		final TrainingListener listener, final Progress progress)
	{
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
	 * @param images the test side is not touched
	 * @param classWeights of the loss
	 * @return how it ended; the network then has the weights of the best epoch
	 * @throws UserFailure if the loss stops being a number, or an image can no
	 *           longer be read; the best model so far stays in the store
	 * @throws IOException if the model cannot be saved
	 */
	public TrainingResult train(final SplitImages images,
		final ClassWeights classWeights) throws IOException
	{
		final EarlyStopping stopping = new EarlyStopping(settings.patienceEpochs());
		final Validation validation = new Validation(images.validation(), settings
			.batchSize());
		final List<EpochFigures> history = new ArrayList<>();
		Weights best = null;
		StopReason reason = StopReason.COMPLETED;
		final BatchLoader loader = new BatchLoader(images.training(), shape,
			settings.batchSize(), classWeights, settings.augmentation(), new SeedTree(
				settings.seed()).child("training"));
		try {
			for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
				final EpochFigures figures = epoch(epoch, loader, validation);
				history.add(figures);
				final boolean better = stopping.isBetter(epoch, figures
					.validationLoss());
				if (better) {
					best = network.weights();
					store.save(best, List.copyOf(history));
				}
				listener.onEpoch(figures, better);
				progress.message(describe(figures, better));
				if (stopping.shouldStop()) {
					reason = StopReason.NO_IMPROVEMENT;
					break;
				}
			}
		}
		catch (final CanceledException e) {
			reason = StopReason.CANCELED;
		}
		if (best != null) network.setWeights(best);
		return new TrainingResult(reason, stopping.bestEpoch(), history);
	}

	private EpochFigures epoch(final int epoch, final BatchLoader loader,
		final Validation validation)
	{
		final long stepsPerEpoch = loader.batchesPerEpoch();
		final long totalSteps = stepsPerEpoch * settings.epochs();
		final LearningRateSchedule schedule = new LearningRateSchedule(settings
			.learningRate(), totalSteps);
		long step = stepsPerEpoch * (epoch - 1);
		double lossSum = 0;
		long images = 0;
		final long start = System.nanoTime();
		try (ReadAhead<Batch> batches = loader.epoch(epoch, progress)) {
			while (batches.hasNext()) {
				final Batch batch = batches.next();
				final double loss = network.trainOnBatch(batch.inputs(), batch.labels(),
					batch.weights(), batch.count(), schedule.at(step));
				if (!Double.isFinite(loss)) throw notFinite("training", epoch, loss);
				lossSum += loss * batch.count();
				images += batch.count();
				listener.onStep(step, totalSteps, loss);
				step++;
				progress.update((double) step / totalSteps, String.format(Locale.ROOT,
					"Epoch %d of %d, loss %.3f", epoch, settings.epochs(), loss));
			}
		}
		final double seconds = (System.nanoTime() - start) / 1e9;
		final Validation.Figures validated = validation.measure(network, progress);
		if (!Double.isFinite(validated.loss())) throw notFinite("validation", epoch,
			validated.loss());
		return new EpochFigures(epoch, lossSum / images, validated.loss(), validated
			.accuracy(), schedule.at(step - 1), images / seconds);
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

	private static String describe(final EpochFigures f, final boolean better) {
		return String.format(Locale.ROOT,
			"epoch %d: training loss %.4f, validation loss %.4f, validation accuracy %.4f, " +
				"%.0f images/s%s", f.epoch(), f.trainingLoss(), f.validationLoss(), f
					.validationAccuracy(), f.imagesPerSecond(), better
						? ", best so far, saved" : "");
	}
}
