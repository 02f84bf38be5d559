
package io.github.cnnclassifier.training;

import java.io.IOException;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.MemoryPlan;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.failure.UserFailure;
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
		final int batchSize = MemoryPlan.trainingBatch(engine, spec, wished.options(
			start.frozen()), wished.batchSize());
		if (settings.batchSize() == TrainingSettings.AUTOMATIC) progress.message(
			"There are " + training.samples().size() +
				" training images, so a batch has " + wished.batchSize() + ".");
		if (batchSize < wished.batchSize()) progress.message(
			"The batch was made smaller to fit the memory: " + batchSize +
				" instead of " + wished.batchSize() + " images.");
		return new TrainingRun(spec, start, wished.inBatchesOf(batchSize), training,
			validation);
	}

	/**
	 * Trains a new network, as long as that takes. Classes that are rare among
	 * the training images weigh more.
	 *
	 * @param engine makes the network
	 * @param store receives each better model
	 * @param listener watches
	 * @param progress shows and cancels
	 * @return the network and how the run ended, closed by the caller; also when
	 *         the user stopped it, even before the first epoch was over
	 * @throws UserFailure if the loss stops being a number, or an image can no
	 *           longer be read; the best model so far stays in the store
	 * @throws IOException if the model cannot be saved
	 * @throws IllegalArgumentException if something in the settings is automatic,
	 *           or weights of the start do not fit the network
	 */
	public TrainedNetwork train(final Engine engine, final CheckpointStore store,
		final TrainingListener listener, final Progress progress) throws IOException
	{
		final SampleList samples = training.samples();
		final ClassWeights weights = ClassWeights.balancing(samples.labels(),
			samples.classCounts());
		weights.statement().ifPresent(progress::message);
		progress.message("Training " + spec.architecture().name() + ", " +
			NetworkPlan.of(spec).parameterCount() + " weights, on " + samples.size() +
			" images for " + settings.epochs() + (settings.epochs() == 1 ? " epoch"
				: " epochs") + " in batches of " + settings.batchSize() + "; " +
			(validation.samples().size() == 0 ? "none" : validation.samples().size() +
				" images") + " validate.");
		final TrainableNetwork network = engine.create(spec, settings.options(start
			.frozen()));
		try {
			start.weights().ifPresent(network::setWeights);
			return new TrainedNetwork(new Trainer(network, spec.input(), settings,
				store, listener, progress).train(training, validation, weights),
				network);
		}
		catch (final IOException | RuntimeException | Error e) {
			network.close();
			throw e;
		}
	}
}
