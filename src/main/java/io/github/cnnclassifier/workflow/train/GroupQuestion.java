
package io.github.cnnclassifier.workflow.train;

/**
 * Asks whether guessed groups are right, after the images were read and before
 * the training.
 */
@FunctionalInterface
public interface GroupQuestion {

	/** For macros, scripts and clusters: a guess is used, and told in the log. */
	GroupQuestion UNASKED = guess -> Answer.USE;

	/** What becomes of a guess. */
	enum Answer {

			/** The images are divided by these groups. */
			USE,

			/** Each image counts by itself. */
			SEPARATE,

			/** There is no training. */
			CANCEL
	}

	/**
	 * @param guess what was guessed and what follows from it
	 * @return what to do; may take as long as a person thinks
	 */
	Answer ask(GuessedGroups guess);
}
