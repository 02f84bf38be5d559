
package io.github.cnnclassifier.workflow.train;

import java.util.List;
import java.util.Optional;

/**
 * How many images a training would learn from, and how many it would not.
 *
 * @param learn images of the training side
 * @param choose images of the validation side, by which the best epoch is
 *          chosen
 * @param hidden images of the test side
 * @param warnings what is odd about the division, whole sentences; copied
 * @param statement which images belong together, a sentence
 * @param guess groups that were guessed from names; empty if nobody has to
 *          decide about any
 */
public record TrainingSides(int learn, int choose, int hidden,
		List<String> warnings, String statement, Optional<GuessedGroups> guess)
{

	/** Copies the warnings. */
	public TrainingSides {
		warnings = List.copyOf(warnings);
	}

	/** @return the three numbers in one line */
	public String words() {
		return learn + (learn == 1 ? " learns, " : " learn, ") + choose +
			(choose == 1 ? " chooses the best epoch, " : " choose the best epoch, ") +
			hidden + (hidden == 1 ? " stays hidden for the test"
				: " stay hidden for the test");
	}
}
