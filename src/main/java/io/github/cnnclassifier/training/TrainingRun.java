
package io.github.cnnclassifier.training;

import java.io.IOException;
import java.util.Optional;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.MemoryPlan;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.progress.Progress;

/**
 * One training run as a value: what learns, from where, how, and on which
 * images. Training it changes nothing of it, so that it can be repeated.
 *
 * @param spec the network
 * @param start its first weights
 * @param settings how it is trained; {@link #train} needs complete ones, which
 *          {@link #resolved} makes
 * @param training the images to learn from; every class has one
 * @param validation the images that tell which epochs are better; may be none
 */
public record TrainingRun(NetworkSpec spec, Start start,
		TrainingSettings settings, TrainingSet training, ValidationSet validation)
{

	/**
	 * Chooses what the settings leave open, for a training that begins now.
	 *
	 * @param engine that will train
	 * @param progress told if the memory asks for smaller batches, and which
	 *          augmentation the images chose
	 * @return this run with complete settings and batches that fit the memory
	 * @throws UserFailure if not even one image at a time fits, or an image can
	 *           no longer be read
	 */
	public TrainingRun resolved(final Engine engine, final Progress progress) {
		final TrainingSettings wished = AugmentationChoice.made(settings, training,
			spec.input(), progress).resolved(training.samples().size());
		if (settings.batchSize() == TrainingSettings.AUTOMATIC) progress.message(
			"There are " + training.samples().size() +
				" training images, so a batch has " + wished.batchSize() + ".");
		return new TrainingRun(spec, start, fitting(wished, engine, progress),
			training, validation);
	}

	private TrainingState fitting(final TrainingState state, final Engine engine,
		final Progress progress)
	{
		return state.with(fitting(state.settings(), engine, progress));
	}

	/** @return in batches that fit the memory as it is now */
	private TrainingSettings fitting(final TrainingSettings wished,
		final Engine engine, final Progress progress)
	{
		final int batchSize = MemoryPlan.trainingBatch(engine, spec, wished.options(
			start.frozen()), wished.batchSize());
		if (batchSize < wished.batchSize()) progress.message(
			"The batch was made smaller to fit the memory: " + batchSize +
				" instead of " + wished.batchSize() + " images.");
		return wished.inBatchesOf(batchSize);
	}

	/**
	 * Trains a new network, as long as that takes, and keeps nothing to go on
	 * from.
	 *
	 * @param engine makes the network
	 * @param store receives each better model
	 * @param listener watches
	 * @param progress shows and cancels
	 * @return as
	 *         {@link #train(Engine, CheckpointStore, Continuation, TrainingListener, Progress)}
	 *         does
	 * @throws UserFailure as there
	 * @throws IOException as there
	 */
	public TrainedNetwork train(final Engine engine, final CheckpointStore store,
		final TrainingListener listener, final Progress progress) throws IOException
	{
		return train(engine, store, Continuation.NONE, listener, progress);
	}

	/**
	 * Trains a new network, as long as that takes. When the memory is full in an
	 * epoch, the epoch is repeated in batches of half the size.
	 *
	 * @param engine makes the network
	 * @param store receives each better model
	 * @param continuation where to begin, and what keeps the states; a state to
	 *          begin with has its own settings, which count instead of those of
	 *          this run, but for a batch that does not fit the memory any more
	 * @param listener watches; told first of the epochs that were finished before
	 * @param progress shows and cancels
	 * @return the network and how the run ended, closed by the caller; also when
	 *         the user stopped it, even before the first epoch was over
	 * @throws UserFailure if the loss stops being a number, or an image can no
	 *           longer be read; the best model so far stays in the store
	 * @throws IOException if the model cannot be saved
	 * @throws OutOfMemoryError if not even one image at a time fits
	 * @throws IllegalArgumentException if something in the settings is automatic,
	 *           or weights or state of the start do not fit the network
	 */
	public TrainedNetwork train(final Engine engine, final CheckpointStore store,
		final Continuation continuation, final TrainingListener listener,
		final Progress progress) throws IOException
	{
		final SampleList samples = training.samples();
		final ClassWeights weights = ClassWeights.of(settings.classBalance(),
			samples.labels(), samples.classCounts());
		weights.statement().ifPresent(progress::message);
		final StateKeeper states = new StateKeeper(continuation.store(), progress);
		Optional<TrainingState> from = continuation.from().map(state -> fitting(
			state, engine, progress));
		progress.message(announced(from));
		from.ifPresent(state -> repeat(state, listener));
		while (true) {
			try {
				return attempt(engine, from, (network, used) -> new Trainer(network,
					spec.input(), used, store, states, listener, progress), weights);
			}
			catch (final OutOfMemoryError e) {
				from = Optional.of(inSmallerBatches(from, states, e, progress));
			}
		}
	}

	/** Makes what trains a network once. */
	private interface Loop {

		Trainer of(TrainableNetwork network, TrainingSettings used);
	}

	private TrainedNetwork attempt(final Engine engine,
		final Optional<TrainingState> from, final Loop loop,
		final ClassWeights weights) throws IOException
	{
		final TrainingSettings used = from.map(TrainingState::settings).orElse(
			settings);
		final TrainableNetwork network = engine.create(spec, used.options(start
			.frozen()));
		try {
			final Trainer trainer = loop.of(network, used);
			if (from.isPresent()) trainer.restore(from.get());
			else start.weights().ifPresent(network::setWeights);
			return new TrainedNetwork(trainer.train(training, validation, weights),
				network, used);
		}
		catch (final IOException | RuntimeException | Error e) {
			network.close();
			throw e;
		}
	}

	private String announced(final Optional<TrainingState> from) {
		final TrainingSettings used = from.map(TrainingState::settings).orElse(
			settings);
		final int done = from.map(state -> state.history().size()).orElse(0);
		return "Training " + spec.architecture().name() + ", " + NetworkPlan.of(
			spec).parameterCount() + " weights, on " + training.samples().size() +
			" images for " + used.epochs() + (used.epochs() == 1 ? " epoch"
				: " epochs") + " in batches of " + used.batchSize() + "; " + (validation
					.samples().size() == 0 ? "none" : validation.samples().size() +
						" images") + " validate." + (done == 0 ? "" : " Epoch " + done +
							" is done; the training goes on behind it.");
	}

	private static void repeat(final TrainingState state,
		final TrainingListener listener)
	{
		for (final EpochFigures figures : state.history())
			listener.onEpoch(EpochFacts.ofBefore(figures, figures.epoch() == state
				.best().epoch(), state.settings().epochs()));
	}

	/**
	 * @param from where the attempt began, in batches that were too large
	 * @throws OutOfMemoryError if there is no smaller one, or no beginning
	 */
	private TrainingState inSmallerBatches(final Optional<TrainingState> from,
		final StateKeeper states, final OutOfMemoryError trouble,
		final Progress progress)
	{
		final Optional<TrainingState> before = states.last().or(() -> from);
		final int batch = Math.min(from.map(TrainingState::settings).orElse(
			settings).batchSize(), training.samples().size());
		if (before.isEmpty() || batch == 1) throw trouble;
		final int smaller = (batch + 1) / 2;
		progress.message("Warning: the memory was full in epoch " + (before.get()
			.history().size() + 1) + " (" + trouble.getMessage() +
			"). The epoch begins anew in batches of " + smaller + " instead of " +
			batch + " images.");
		return before.get().with(before.get().settings().inBatchesOf(smaller));
	}
}
