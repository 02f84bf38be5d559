
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.util.Optional;

import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.model.ConfidenceRecord;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.training.Continuation;
import io.github.cnnclassifier.training.TrainingResult;
import io.github.cnnclassifier.training.TrainingSettings;

/** How a network comes to its weights. */
interface Learning {

	/**
	 * A network that has learned.
	 *
	 * @param spec what it is
	 * @param weights of it
	 * @param settings that it was trained with
	 * @param result how that went
	 * @param confidence what is known of its confidence
	 */
	record Trained(NetworkSpec spec, Weights weights, TrainingSettings settings,
			TrainingResult result, ConfidenceRecord confidence)
	{

		/** Whose confidence is as the network has learned it. */
		Trained(final NetworkSpec spec, final Weights weights,
			final TrainingSettings settings, final TrainingResult result)
		{
			this(spec, weights, settings, result, ConfidenceRecord.NONE);
		}
	}

	/** Keeps a model that can be used. */
	@FunctionalInterface
	interface Keeper {

		/** @throws IOException if it cannot be written */
		void keep(Trained trained) throws IOException;
	}

	/** Says where a run begins. */
	@FunctionalInterface
	interface Beginning {

		/** For runs that are not kept. */
		Beginning NONE = spec -> Continuation.NONE;

		/** @param spec of the network that learns */
		Continuation of(NetworkSpec spec);
	}

	/**
	 * @return the network that learns first; with a head start, all layers may
	 *         get one more in front later
	 */
	NetworkSpec spec();

	/**
	 * Learns from the training side.
	 *
	 * @param wished settings, may leave lengths and augmentation to choose
	 * @param beginning of the run, which may go on from an earlier one
	 * @param keeper gets each better model while the training lasts
	 * @return the model that is kept in the end; the keeper need not have it
	 * @throws CanceledException if the user stopped before there was a model
	 */
	Trained train(TrainingSettings wished, Beginning beginning, Keeper keeper)
		throws IOException;

	/**
	 * The same on other sides, with nothing to choose.
	 *
	 * @param first what was chosen
	 * @param beginning of the run, which may go on from an earlier one
	 * @param all to learn from
	 * @param none for validation
	 * @return the weights of the same layers; empty if the user stopped the run
	 */
	Optional<Weights> again(Trained first, Beginning beginning, TrainingSet all,
		ValidationSet none) throws IOException;
}
