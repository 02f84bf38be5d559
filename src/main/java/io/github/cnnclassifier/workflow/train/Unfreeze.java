
package io.github.cnnclassifier.workflow.train;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.WrongUsage;

/** How much of a parent's layers may change. */
public enum Unfreeze {

		/** Decided by the validation images. */
		AUTO("auto"),

		/** Nothing: the last layer alone is new. */
		HEAD("head"),

		/** All layers learn, after the last one was fitted. */
		ALL("all");

	private final String label;

	Unfreeze(final String label) {
		this.label = label;
	}

	/** @return the word for it */
	public String label() {
		return label;
	}

	/**
	 * @param text auto, head or all
	 * @return what it means
	 * @throws WrongUsage if it is none of these
	 */
	public static Unfreeze parse(final String text) {
		for (final Unfreeze value : values()) {
			if (value.label.equals(text)) return value;
		}
		throw new WrongUsage("Expected unfreeze to be auto, head or all, found '" +
			Legible.quote(text) + "'.");
	}
}
