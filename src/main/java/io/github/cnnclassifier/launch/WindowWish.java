
package io.github.cnnclassifier.launch;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import ij.IJ;
import io.github.cnnclassifier.ui.train.TrainingCards;

/**
 * What somebody wants who has pressed a button in the window of training: the
 * run of the command with these values, or its dialog that begins with them.
 * The command is started as if it had been chosen from the menu, so that both
 * hosts treat it as any other.
 *
 * @param values of inputs as texts; what is missing has its default
 * @param cards where the run is seen; empty for the dialog
 */
record WindowWish(Map<String, String> values, Optional<TrainingCards> cards) {

	private static final AtomicReference<WindowWish> NEXT =
		new AtomicReference<>();

	/**
	 * Returns at once.
	 *
	 * @param label of the command in the menu
	 * @param opening of the window, which the recorder must be done with: it
	 *          knows one command at a time
	 */
	void start(final String label, final WindowOpening opening) {
		final Thread starting = new Thread(() -> {
			opening.await();
			NEXT.set(this);
			IJ.doCommand(label);
		}, "CNN Classifier, starts a command");
		starting.setDaemon(true);
		starting.start();
	}

	/** @return the wish behind the run that begins now, once; null for none */
	static WindowWish take() {
		return NEXT.getAndSet(null);
	}
}
