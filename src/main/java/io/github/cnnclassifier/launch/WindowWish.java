
package io.github.cnnclassifier.launch;

import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.EndingRun;
import io.github.cnnclassifier.imagej.MenuClick;
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

	/**
	 * Returns at once.
	 *
	 * @param label of the command in the menu
	 * @param opening the run that has opened the window
	 */
	void start(final String label, final EndingRun opening) {
		MenuClick.startBehind(opening, label, this, () -> cards.ifPresent(
			WindowWish::refuse));
	}

	/** Whatever was in the way, nobody waits for what does not come. */
	private static void refuse(final TrainingCards cards) {
		final UserFailure failure = new UserFailure("The training was not " +
			"started: something else in ImageJ has kept the command from running. " +
			"Press Train again.");
		cards.failed(failure, failure.getMessage());
	}

	/** @return the wish behind the run on this thread, once; null for none */
	static WindowWish take() {
		return MenuClick.take(WindowWish.class).orElse(null);
	}
}
