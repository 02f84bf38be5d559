
package io.github.cnnclassifier.dataset.source;

import java.util.Locale;

import io.github.cnnclassifier.failure.WrongUsage;

/** The three sides of a split. */
public enum Side {

		/** Weights are learned from these images. */
		TRAINING("training"),

		/** These images tell how good each epoch and each setting is. */
		VALIDATION("validation"),

		/** Seen once, by the final evaluation. */
		TEST("test");

	private final String label;

	Side(final String label) {
		this.label = label;
	}

	/** @return "training", "validation" or "test" */
	public String label() {
		return label;
	}

	/**
	 * @param text a label, in any case
	 * @return the side
	 * @throws WrongUsage if it is none of the three
	 */
	public static Side parse(final String text) {
		for (final Side side : values()) {
			if (side.label.equals(text.toLowerCase(Locale.ROOT))) return side;
		}
		throw new WrongUsage(
			"Expected the split side training, validation or test, found '" + text +
				"'.");
	}
}
