
package io.github.cnnclassifier.workflow;

import java.util.Optional;

import io.github.cnnclassifier.evaluation.EvaluatedSide;

/**
 * What it costs to look at the wrong answers of a model in order to correct
 * classes: images that measure a model are worth less once the next training
 * knows of its errors on them.
 */
public enum Spending {

		/** Images that nothing was learned or chosen with. */
		HIDDEN("Hidden images: who looks at wrong answers in order to correct " +
			"them spends these images. Validation images and a cross-validation do " +
			"as well, and spend nothing.",
			"Who looks at wrong answers on hidden images in order to correct them " +
				"spends these images: the next training knows of them, and its " +
				"figures on them are too good. Wrong answers on validation images, " +
				"and those of a cross-validation, do as well and spend nothing."),

		/** Images that something was learned or chosen with. */
		NOTHING("", ""),

		/** Nobody has said which images they are. */
		UNKNOWN("If these are test images: who looks at wrong answers in order " +
			"to correct them spends them. Validation images and a " +
			"cross-validation do as well.",
			"It is not known whether these are test images. Who looks at wrong " +
				"answers on test images in order to correct them spends these " +
				"images: the next training knows of them, and its figures on them " +
				"are too good.");

	/** Of an evaluation, where the model has seen them or not. */
	private static final String TRAINING = "training side";
	private static final String VALIDATION = "validation side";

	private final String line;
	private final String words;

	Spending(final String line, final String words) {
		this.line = line;
		this.words = words;
	}

	/**
	 * @param side that was evaluated, as {@link EvaluatedSide} names it; empty if
	 *          that is not known
	 * @return what it costs
	 */
	public static Spending of(final Optional<String> side) {
		return side.map(name -> switch (name) {
			case TRAINING, VALIDATION, EvaluatedSide.OUT_OF_FOLD -> NOTHING;
			default -> HIDDEN;
		}).orElse(UNKNOWN);
	}

	/** @return one or two short sentences; empty if it costs nothing */
	public String line() {
		return line;
	}

	/** @return the same and why; empty if it costs nothing */
	public String words() {
		return words;
	}
}
