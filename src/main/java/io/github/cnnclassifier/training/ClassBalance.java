
package io.github.cnnclassifier.training;

import java.util.Arrays;
import java.util.List;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.WrongUsage;

/** What is done about classes that have more images than others. */
public enum ClassBalance {

		/** Weights where classes differ more than three times, else nothing. */
		AUTO("auto"),

		/** Rare classes weigh more in the loss. */
		WEIGHTS("weights"),

		/**
		 * Each batch has about as many images of each class: those of rare classes
		 * come several times in an epoch, of common ones not all come.
		 */
		SAMPLING("sampling"),

		/** Nothing: every image counts the same. */
		NONE("none");

	private final String label;

	ClassBalance(final String label) {
		this.label = label;
	}

	/** @return the word for it in keys and model files */
	public String label() {
		return label;
	}

	/** @return the words for all */
	public static List<String> labels() {
		return Arrays.stream(values()).map(ClassBalance::label).toList();
	}

	/**
	 * @return the same for a fit to all images at once, which has no batches:
	 *         weights in place of sampling
	 */
	public ClassBalance withoutBatches() {
		return this == SAMPLING ? WEIGHTS : this;
	}

	/**
	 * @param text auto, weights, sampling or none
	 * @return what it means
	 * @throws WrongUsage if it is none of these
	 */
	public static ClassBalance parse(final String text) {
		return Arrays.stream(values()).filter(v -> v.label.equals(text)).findFirst()
			.orElseThrow(() -> new WrongUsage("Expected classBalance to be one of " +
				String.join(", ", labels()) + ", found '" + Legible.quote(text) +
				"'."));
	}
}
