
package io.github.cnnclassifier.command;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import ij.IJ;
import io.github.cnnclassifier.ui.train.TrainingWish;

/**
 * The window of training, which begins or goes on with what another window of
 * ours wants to be trained.
 */
public final class PreparedTraining {

	private static final AtomicReference<TrainingWish> NEXT =
		new AtomicReference<>();

	private PreparedTraining() {}

	/**
	 * Opens it as the menu does, and returns at once.
	 *
	 * @param wish what is wanted
	 */
	static void open(final TrainingWish wish) {
		NEXT.set(wish);
		IJ.doCommand(TrainCommand.LABEL);
	}

	/** @return what is wanted, once; empty if nothing is */
	public static Optional<TrainingWish> take() {
		return Optional.ofNullable(NEXT.getAndSet(null));
	}
}
