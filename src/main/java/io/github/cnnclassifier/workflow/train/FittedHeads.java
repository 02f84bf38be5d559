
package io.github.cnnclassifier.workflow.train;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.ClassBalance;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.transfer.HeadTraining;
import io.github.cnnclassifier.transfer.Parent;

/**
 * New last layers that were fitted to the images of one preparation. Whoever
 * trains on them again and again, with other settings of the training of all
 * layers, computes features and last layer once. Not thread-safe.
 */
final class FittedHeads {

	/** All that decides what a new last layer becomes. */
	private record Key(String parent, Augmentation augmentation,
			ClassBalance balance, long seed)
	{
	}

	private final Map<Key, HeadTraining.Result> fitted = new HashMap<>();

	/**
	 * @param parent whose layers are used
	 * @param settings of the training
	 * @param fit fits the last layer, if it must be
	 * @param progress told if it need not be
	 * @return what came of the fit
	 */
	HeadTraining.Result of(final Parent parent, final TrainingSettings settings,
		final Supplier<HeadTraining.Result> fit, final Progress progress)
	{
		final Key key = new Key(parent.fingerprint(), settings.augmentation(),
			settings.classBalance(), settings.seed());
		final HeadTraining.Result before = fitted.get(key);
		if (before != null) {
			progress.message(
				"The new last layer is the one that was fitted to the same images before.");
			return before;
		}
		final HeadTraining.Result now = fit.get();
		fitted.put(key, now);
		return now;
	}
}
