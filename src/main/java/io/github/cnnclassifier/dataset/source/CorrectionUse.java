
package io.github.cnnclassifier.dataset.source;

import io.github.cnnclassifier.failure.WrongUsage;

/** Whether a list of corrections beside the images counts. */
public enum CorrectionUse {

		/** It does, where there is one. */
		USE("use"),

		/** Images are taken as their folders or lists say. */
		IGNORE("ignore");

	private final String label;

	CorrectionUse(final String label) {
		this.label = label;
	}

	/** @return "use" or "ignore" */
	public String label() {
		return label;
	}

	/**
	 * @param label of one of them
	 * @return it
	 * @throws WrongUsage if it is neither
	 */
	public static CorrectionUse parse(final String label) {
		for (final CorrectionUse use : values()) {
			if (use.label.equals(label)) return use;
		}
		throw new WrongUsage("Expected corrections to be one of use, ignore, " +
			"found '" + label + "'.");
	}
}
