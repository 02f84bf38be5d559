
package io.github.cnnclassifier.training;

/** Why a training run ended. */
public enum StopReason {

		/** All epochs were done. */
		COMPLETED("all epochs done"),

		/** The figure on the validation side did not get better any more. */
		NO_IMPROVEMENT("no longer better on the validation images"),

		/** The user stopped the run; the best epoch so far is kept. */
		CANCELED("stopped by the user");

	private final String text;

	StopReason(final String text) {
		this.text = text;
	}

	/** @return the reason in plain words */
	public String text() {
		return text;
	}
}
