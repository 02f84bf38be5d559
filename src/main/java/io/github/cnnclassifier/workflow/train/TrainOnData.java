
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.util.Optional;

import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.CheckpointStore;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingResult;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.transfer.Parent;
import io.github.cnnclassifier.workflow.StackNames;

/** One training on prepared images, from a parent or not, without a file. */
final class TrainOnData {

	private final Engine engine;
	private final TrainingData data;
	private final Optional<Parent> parent;

	/**
	 * @param engine makes networks
	 * @param data learned from
	 * @param parent whose layers are used; empty for random weights
	 */
	TrainOnData(final Engine engine, final TrainingData data,
		final Optional<Parent> parent)
	{
		this.engine = engine;
		this.data = data;
		this.parent = parent;
	}

	/**
	 * @param architecture for random weights
	 * @param unfreeze how much of a parent may change
	 * @param settings may leave lengths and augmentation to choose
	 * @return closed by the caller; also if the user stopped it behind an epoch
	 * @throws CanceledException if the user stopped it before
	 */
	TrainedClassifier train(final Architecture architecture,
		final Unfreeze unfreeze, final TrainingSettings settings,
		final TrainingListener listener, final Progress progress) throws IOException
	{
		final TrainingListener watching = new CacheNotices(listener, data.cache(),
			progress);
		final CheckpointStore none = (weights, history) -> {};
		final Learning learning = new CalibratedLearning(parent.isPresent()
			? new TrainFromParent(parent.get(), data, unfreeze, engine, watching,
				progress) : new TrainFromScratch(data.spec(architecture), data, engine,
					used -> none, watching, progress), data, StackNames.NONE, engine,
			progress);
		final Learning.Trained trained = learning.train(settings,
			Learning.Beginning.NONE, unused -> {});
		return classifier(engine.load(trained.spec(), trained.weights()), trained
			.settings(), trained.result());
	}

	private TrainedClassifier classifier(final Network network,
		final TrainingSettings settings, final TrainingResult result)
	{
		return new TrainedClassifier(new Classifier(new ClassLabels(data.labels()),
			data.preprocessing(), network, settings.batchSize(), null), settings,
			result);
	}
}
