
package io.github.cnnclassifier.training;

import java.io.IOException;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.Optimizer.AdamW;
import io.github.cnnclassifier.engine.TrainableNetwork;
import io.github.cnnclassifier.engine.TrainingOptions;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;

/**
 * One training run as a value: what learns, from where, how, and on which
 * images. Training it changes nothing of it, so that it can be repeated.
 *
 * @param spec the network
 * @param start its first weights
 * @param settings how it is trained
 * @param training the images to learn from; every class has one
 * @param validation the images that choose the best epoch
 */
public record TrainingRun(NetworkSpec spec, Start start,
		TrainingSettings settings, TrainingSet training, ValidationSet validation)
{

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
	 * @throws IllegalArgumentException if weights of the start do not fit the
	 *           network
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
			validation.samples().size() + " images validate.");
		final TrainableNetwork network = engine.create(spec, options());
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

	/** @return what the engine is to know of it */
	public TrainingOptions options() {
		return new TrainingOptions(new SeedTree(settings.seed()).child("network")
			.seed(), new AdamW(settings.weightDecay()), start.frozen(), settings
				.exact());
	}
}
