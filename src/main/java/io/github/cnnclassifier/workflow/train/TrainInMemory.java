
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.Start;
import io.github.cnnclassifier.training.StopReason;
import io.github.cnnclassifier.training.TrainedNetwork;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingResult;
import io.github.cnnclassifier.training.TrainingRun;
import io.github.cnnclassifier.training.TrainingSettings;

/**
 * Trains as {@link TrainClassifier} does, from images that were read and
 * divided already, and writes no file: for whoever trains again and again.
 */
public final class TrainInMemory {

	private final Engine engine;
	private final Recipe recipe;
	private final Optional<Path> cacheFolder;
	private final Architecture architecture;

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
	 * @param seed of everything random in the training
	 * @param listener watches
	 * @param progress shows and cancels
	 * @return closed by the caller
	 * @throws UserFailure if images and recipe do not allow it, or the loss stops
	 *           being a number
	 * @throws CanceledException if the user stopped the training
	 * @throws IOException if the disk fails
	 */
	public TrainedClassifier train(final Survey images, final Grouping grouping,
		final Split split, final long seed, final TrainingListener listener,
		final Progress progress) throws IOException
	{
		final StartDecision start = new StartDecision(recipe.start(), recipe
			.network(), recipe.input(), engine, progress);
		try (TrainingData data = TrainingData.of(images, grouping, split, start,
			cacheFolder, progress))
		{
			final TrainingListener watching = new CacheNotices(listener, data.cache(),
				progress);
			final TrainingSettings settings = recipe.training().seededBy(seed);
			final TrainedClassifier trained = start.parent().isPresent() ? fromParent(
				data, new TrainFromParent(start.parent().get(), data, recipe.start()
					.unfreeze(), engine, watching, progress), settings) : fromScratch(
						data, settings, watching, progress);
			if (trained.result().stopReason() != StopReason.CANCELED) return trained;
			trained.close();
			throw new CanceledException();
		}
	}

	private TrainedClassifier fromParent(final TrainingData data,
		final TrainFromParent training, final TrainingSettings settings)
		throws IOException
	{
		final TrainFromParent.Trained trained = training.train(settings,
			unused -> {});
		return classifier(data, engine.load(trained.spec(), trained.weights()),
			trained.settings(), trained.result());
	}

	private TrainedClassifier fromScratch(final TrainingData data,
		final TrainingSettings settings, final TrainingListener watching,
		final Progress progress) throws IOException
	{
		final TrainingRun run = new TrainingRun(data.spec(architecture),
			Start.SCRATCH, settings, data.sides().training(), data.sides()
				.validation()).resolved(engine, progress);
		// closing the classifier closes its network
		final TrainedNetwork trained = run.train(engine, (weights, history) -> {},
			watching, progress);
		return classifier(data, trained.network(), run.settings(), trained
			.result());
	}

	private static TrainedClassifier classifier(final TrainingData data,
		final Network network, final TrainingSettings settings,
		final TrainingResult result)
	{
		return new TrainedClassifier(new Classifier(new ClassLabels(data.labels()),
			data.preprocessing(), network, settings.batchSize(), null), settings,
			result);
	}
}
