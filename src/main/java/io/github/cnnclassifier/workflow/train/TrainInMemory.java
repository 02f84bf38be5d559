
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.StopReason;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.transfer.FrozenFeatures;

/**
 * Trains as {@link TrainClassifier} does, from images that were read and
 * divided already, and writes no file: for whoever trains again and again.
 * Features by layers that stay as they are are computed once for all trainings:
 * see {@link FrozenFeatures}. Not thread-safe.
 */
public final class TrainInMemory {

	private final Engine engine;
	private final Recipe recipe;
	private final Optional<Path> cacheFolder;
	private final Architecture architecture;
	private final FrozenFeatures features = new FrozenFeatures();

	/**
	 * @param engine makes networks
	 * @param recipe how to train
	 * @param cacheFolder for resized images that the memory cannot hold; empty
	 *          for Java's folder for temporary files
	 * @throws WrongUsage if there is no network of that name
	 * @throws UserFailure if a file that the recipe names cannot be used
	 */
	public TrainInMemory(final Engine engine, final Recipe recipe,
		final Optional<Path> cacheFolder)
	{
		this.engine = engine;
		this.recipe = recipe;
		this.cacheFolder = cacheFolder;
		HeadStart.requireNoAdjustments(recipe.start(), recipe.network());
		architecture = recipe.network().architecture();
		StartDecision.requireModel(recipe.start());
	}

	/**
	 * Trains one classifier.
	 *
	 * @param images all that may be known of: those that are to be predicted
	 *          later are not among them
	 * @param grouping which of them belong together
	 * @param split their training and validation sides
	 * @param seed of all else that is random in the training
	 * @param viewSeed of the changed views of images that a new last layer is
	 *          fitted to; trainings with the same one share their features
	 * @param listener watches
	 * @param progress shows and cancels
	 * @return closed by the caller
	 * @throws UserFailure if images and recipe do not allow it, or the loss stops
	 *           being a number
	 * @throws CanceledException if the user stopped the training
	 * @throws IOException if the disk fails
	 */
	public TrainedClassifier train(final Survey images, final Grouping grouping,
		final Split split, final long seed, final long viewSeed,
		final TrainingListener listener, final Progress progress) throws IOException
	{
		final StartDecision start = new StartDecision(recipe.start(), recipe
			.network(), recipe.input(), engine, progress);
		try (TrainingData data = TrainingData.of(images, grouping, split, start,
			cacheFolder, features.seededBy(viewSeed), progress))
		{
			final TrainedClassifier trained = new TrainOnData(engine, data, start
				.parent()).train(architecture, recipe.start().unfreeze(), recipe
					.training().seededBy(seed), listener, progress);
			if (trained.result().stopReason() != StopReason.CANCELED) return trained;
			trained.close();
			throw new CanceledException();
		}
	}
}
